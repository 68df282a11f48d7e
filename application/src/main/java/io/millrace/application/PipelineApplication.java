package io.millrace.application;

import java.nio.file.Path;
import org.apache.flink.table.api.EnvironmentSettings;
import org.apache.flink.table.api.PlanReference;
import org.apache.flink.table.api.StatementSet;
import org.apache.flink.table.api.TableEnvironment;
import org.apache.flink.table.api.TableResult;

/**
 * Runs one pipeline on the cluster that started this class. It needs nothing but Flink's public API, so it fits every
 * Flink distribution of the version that the plan was compiled with.
 */
public final class PipelineApplication {

    private PipelineApplication() {}

    /** The argument is the folder of the pipeline. */
    public static void main(String[] arguments) throws Exception {
        if (arguments.length != 1) {
            throw new IllegalArgumentException("one argument is needed: the folder of the pipeline");
        }
        start(new PipelineFolder(Path.of(arguments[0])));
    }

    /** Declares everything and starts the job; does not wait for it. */
    static TableResult start(PipelineFolder pipeline) throws Exception {
        TableEnvironment tables = TableEnvironment.create(EnvironmentSettings.newInstance()
                .withConfiguration(pipeline.settings())
                .build());
        for (String statement : pipeline.statements()) {
            tables.executeSql(statement);
        }
        new TableSecrets(pipeline.secrets(), System.getenv()).putInto(tables);
        if (pipeline.plan().isPresent()) {
            return tables.loadPlan(PlanReference.fromFile(pipeline.plan().get()))
                    .execute();
        }
        StatementSet inserts = tables.createStatementSet();
        pipeline.inserts().forEach(inserts::addInsertSql);
        return inserts.execute();
    }
}
