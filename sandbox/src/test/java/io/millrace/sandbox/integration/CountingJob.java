package io.millrace.sandbox.integration;

import java.util.Map;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.table.api.EnvironmentSettings;
import org.apache.flink.table.api.TableEnvironment;

/** A client of the cluster, run as a process of its own on the cluster's jars: it submits one job that runs for minutes. */
public final class CountingJob {

    private CountingJob() {}

    /**
     * Prints the job's id.
     *
     * @param arguments the host and port of the REST API
     */
    public static void main(String[] arguments) {
        Configuration configuration = Configuration.fromMap(Map.of(
                "execution.target", "remote",
                "rest.address", arguments[0],
                "rest.port", arguments[1],
                "parallelism.default", "1",
                "state.backend.type", "rocksdb",
                "execution.checkpointing.interval", "500 ms",
                "execution.checkpointing.externalized-checkpoint-retention", "RETAIN_ON_CANCELLATION"));
        TableEnvironment tables = TableEnvironment.create(EnvironmentSettings.newInstance()
                .withConfiguration(configuration)
                .build());
        tables.executeSql("CREATE TABLE numbers (n BIGINT) WITH ('connector' = 'datagen', 'rows-per-second' = '20',"
                + " 'fields.n.kind' = 'sequence', 'fields.n.start' = '1', 'fields.n.end' = '10000')");
        tables.executeSql("CREATE TABLE counts (odd BIGINT, numbers BIGINT) WITH ('connector' = 'print')");
        System.out.println(
                tables.executeSql("INSERT INTO counts SELECT MOD(n, 2), COUNT(*) FROM numbers GROUP BY MOD(n, 2)")
                        .getJobClient()
                        .orElseThrow()
                        .getJobID());
    }
}
