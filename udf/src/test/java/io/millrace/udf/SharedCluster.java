package io.millrace.udf;

import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.DeploymentOptions;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.runtime.minicluster.MiniClusterConfiguration;

/** One cluster for all queries of a test run: starting one for each would take longer than the queries. */
final class SharedCluster {

    private static final int SLOTS = 8;
    private static final Configuration ACCESS = start();

    private SharedCluster() {}

    /** What a session needs to run its queries there. */
    static Configuration access() {
        return new Configuration(ACCESS);
    }

    private static Configuration start() {
        Configuration own = new Configuration();
        own.set(RestOptions.BIND_ADDRESS, "127.0.0.1");
        own.set(RestOptions.ADDRESS, "127.0.0.1");
        own.set(RestOptions.BIND_PORT, "0");
        own.set(TaskManagerOptions.NETWORK_MEMORY_MIN, MemorySize.ofMebiBytes(64));
        own.set(TaskManagerOptions.NETWORK_MEMORY_MAX, MemorySize.ofMebiBytes(64));
        MiniCluster cluster = new MiniCluster(new MiniClusterConfiguration.Builder()
                .setConfiguration(own)
                .setNumTaskManagers(1)
                .setNumSlotsPerTaskManager(SLOTS)
                .build());
        try {
            cluster.start();
            Configuration access = new Configuration();
            access.set(DeploymentOptions.TARGET, "remote");
            access.set(RestOptions.ADDRESS, "127.0.0.1");
            access.set(RestOptions.PORT, cluster.getRestAddress().get().getPort());
            return access;
        } catch (Exception e) {
            throw new IllegalStateException("the cluster of the tests does not start", e);
        }
    }
}
