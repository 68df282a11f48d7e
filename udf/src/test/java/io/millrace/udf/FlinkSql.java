package io.millrace.udf;

import java.util.ArrayList;
import java.util.List;
import org.apache.flink.table.api.EnvironmentSettings;
import org.apache.flink.table.api.TableEnvironment;
import org.apache.flink.table.types.DataType;
import org.apache.flink.types.Row;

/** A session with all functions loaded, in which tests run their SQL at parallelism 1. */
public final class FlinkSql {

    private final TableEnvironment flink;

    private FlinkSql(EnvironmentSettings settings) {
        flink = TableEnvironment.create(settings);
        flink.getConfig().set("parallelism.default", "1");
        flink.getConfig().set("table.local-time-zone", "UTC");
        flink.executeSql("LOAD MODULE millrace");
    }

    /** A session whose queries update their results row by row. */
    public static FlinkSql streaming() {
        return new FlinkSql(EnvironmentSettings.newInstance()
                .withConfiguration(SharedCluster.access())
                .inStreamingMode()
                .build());
    }

    /** A session whose queries see all rows before they answer. */
    public static FlinkSql batch() {
        return new FlinkSql(EnvironmentSettings.newInstance()
                .withConfiguration(SharedCluster.access())
                .inBatchMode()
                .build());
    }

    /** Runs a statement that returns no rows. */
    public FlinkSql run(String statement) {
        flink.executeSql(statement);
        return this;
    }

    /** Sets an option of Flink. */
    public FlinkSql set(String key, String value) {
        flink.getConfig().set(key, value);
        return this;
    }

    /** The rows of a query as they come: in streaming, the whole changelog with its row kinds. */
    public List<Row> rows(String query) {
        List<Row> rows = new ArrayList<>();
        flink.executeSql(query).collect().forEachRemaining(rows::add);
        return rows;
    }

    /** The last row of a query: in streaming, the result of an aggregate without a key once all rows are in. */
    public Row last(String query) {
        List<Row> rows = rows(query);
        return rows.get(rows.size() - 1);
    }

    /** The value of an expression. */
    public Object value(String expression) {
        return last("SELECT " + expression).getField(0);
    }

    /** The type that the planner gives an expression. */
    public DataType typeOf(String expression) {
        return flink.sqlQuery("SELECT " + expression)
                .getResolvedSchema()
                .getColumnDataTypes()
                .get(0);
    }

    /** Plans a query without running it; a query that cannot be planned fails. */
    public String plan(String query) {
        return flink.explainSql(query);
    }

    /** The environment itself, for what the methods above do not cover. */
    public TableEnvironment environment() {
        return flink;
    }
}
