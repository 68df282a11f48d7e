package io.millrace.launcher.cli;

import java.time.Duration;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.DeploymentOptions;
import org.apache.flink.configuration.MetricOptions;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.configuration.WebOptions;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.runtime.minicluster.MiniClusterConfiguration;
import org.apache.flink.table.api.EnvironmentSettings;
import org.apache.flink.table.api.TableEnvironment;

/** A cluster of this JVM with a REST interface, for verbs that ask one. */
final class TestCluster implements AutoCloseable {

    private final MiniCluster cluster;

    private TestCluster(MiniCluster cluster) {
        this.cluster = cluster;
    }

    static TestCluster start() throws Exception {
        return start(new Configuration());
    }

    /** The same with options on top, such as folders for state. */
    static TestCluster start(Configuration own) throws Exception {
        own.set(RestOptions.BIND_ADDRESS, "127.0.0.1");
        own.set(RestOptions.ADDRESS, "127.0.0.1");
        own.set(RestOptions.BIND_PORT, "0");
        own.set(MetricOptions.METRIC_FETCHER_UPDATE_INTERVAL, Duration.ofMillis(100));
        // Else what it says of a job is up to three seconds old.
        own.set(WebOptions.REFRESH_INTERVAL, Duration.ofMillis(50));
        MiniCluster cluster = new MiniCluster(new MiniClusterConfiguration.Builder()
                .setConfiguration(own)
                .setNumTaskManagers(1)
                .setNumSlotsPerTaskManager(4)
                .build());
        cluster.start();
        return new TestCluster(cluster);
    }

    String address() throws Exception {
        return cluster.getRestAddress().get().toString();
    }

    /** Starts a job that goes on, takes checkpoints and does nothing else. */
    void submit(String name) throws Exception {
        TableEnvironment session = TableEnvironment.create(EnvironmentSettings.inStreamingMode());
        session.getConfig().set(DeploymentOptions.TARGET, "remote");
        session.getConfig().set(RestOptions.ADDRESS, "127.0.0.1");
        session.getConfig().set(RestOptions.PORT, cluster.getRestAddress().get().getPort());
        session.getConfig().set("pipeline.name", name);
        session.getConfig().set("parallelism.default", "1");
        session.getConfig().set("execution.checkpointing.interval", "200 ms");
        session.executeSql("CREATE TABLE src (id BIGINT) WITH ('connector' = 'datagen', 'rows-per-second' = '10')");
        session.executeSql("CREATE TABLE dst (id BIGINT) WITH ('connector' = 'blackhole')");
        session.executeSql("INSERT INTO dst SELECT id FROM src");
    }

    @Override
    public void close() {
        cluster.closeAsync().join();
    }
}
