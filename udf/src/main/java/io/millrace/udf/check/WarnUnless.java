package io.millrace.udf.check;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.metrics.SimpleCounter;
import org.apache.flink.table.annotation.DataTypeHint;
import org.apache.flink.table.functions.FunctionContext;
import org.apache.flink.table.functions.ScalarFunction;

/**
 * Counts rows that do not meet a condition, and is always TRUE, so that it can stand in WHERE.
 *
 * <p>The counter is the operator's metric {@code violations} in a group with the variables {@code table} and
 * {@code expectation}; it is there once the first such row came. The function counts as not deterministic, so that the
 * planner neither evaluates it beforehand nor leaves it out.
 */
public final class WarnUnless extends ScalarFunction {

    private static final long serialVersionUID = 1L;

    /** The metric's name. */
    public static final String METRIC = "violations";

    private transient MetricGroup metrics;
    private transient Map<List<String>, Counter> counters;

    @Override
    public boolean isDeterministic() {
        return false;
    }

    @Override
    public void open(FunctionContext context) {
        metrics = context.getMetricGroup();
        counters = new HashMap<>();
    }

    /**
     * Checks one row.
     *
     * @param condition as in SQL's CHECK only FALSE is not met; null is
     * @param table whose row it is, for the metric
     * @param expectation how the metric calls the condition
     * @return TRUE
     */
    public @DataTypeHint("BOOLEAN NOT NULL") boolean eval(
            @DataTypeHint("BOOLEAN") Boolean condition,
            @DataTypeHint("STRING") String table,
            @DataTypeHint("STRING") String expectation) {
        if (Boolean.FALSE.equals(condition)) {
            counters.computeIfAbsent(List.of(table, expectation), this::counter).inc();
        }
        return true;
    }

    private Counter counter(List<String> names) {
        return metrics.addGroup("table", names.get(0))
                .addGroup("expectation", names.get(1))
                .counter(METRIC, new SimpleCounter());
    }
}
