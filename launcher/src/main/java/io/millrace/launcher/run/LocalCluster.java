package io.millrace.launcher.run;

import java.nio.file.Path;
import java.util.List;
import org.apache.flink.configuration.BlobServerOptions;
import org.apache.flink.configuration.ClusterOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.JobManagerOptions;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.metrics.reporter.MetricReporter;
import org.apache.flink.runtime.metrics.MetricRegistryConfiguration;
import org.apache.flink.runtime.metrics.MetricRegistryImpl;
import org.apache.flink.runtime.metrics.ReporterSetup;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.runtime.minicluster.MiniClusterConfiguration;
import org.apache.flink.runtime.minicluster.RpcServiceSharing;

/**
 * A Flink cluster inside this process. It listens on 127.0.0.1 only, on free ports, and keeps its files, which may hold
 * resolved options, in a folder that only this user can read.
 */
public final class LocalCluster implements AutoCloseable {

    private static final String LOOPBACK = "127.0.0.1";

    private final MiniCluster cluster;
    private final ScratchFolder folder;

    private LocalCluster(MiniCluster cluster, ScratchFolder folder) {
        this.cluster = cluster;
        this.folder = folder;
    }

    /** Options that depend on the cluster's folder. */
    public interface Additions {

        /** Adds them to what every cluster of this process has. */
        void addTo(Configuration configuration, Path folder);
    }

    /**
     * Starts a cluster of one task manager.
     *
     * @param network memory of all slots for exchanges
     * @param managed memory of all slots for operators
     * @param metrics receives every metric
     */
    public static LocalCluster start(
            int slots, MemorySize network, MemorySize managed, MetricReporter metrics, Additions additions) {
        ScratchFolder folder = ScratchFolder.create();
        Configuration configuration = configuration(folder.path().toString());
        configuration.set(TaskManagerOptions.NETWORK_MEMORY_MIN, network);
        configuration.set(TaskManagerOptions.NETWORK_MEMORY_MAX, network);
        configuration.set(TaskManagerOptions.MANAGED_MEMORY_SIZE, managed);
        additions.addTo(configuration, folder.path());
        MiniCluster cluster = new ReportingMiniCluster(
                new MiniClusterConfiguration.Builder()
                        .setConfiguration(configuration)
                        .setNumTaskManagers(1)
                        .setNumSlotsPerTaskManager(slots)
                        .setRpcServiceSharing(RpcServiceSharing.SHARED)
                        .build(),
                metrics);
        LocalCluster started = new LocalCluster(cluster, folder);
        try {
            cluster.start();
        } catch (Exception e) {
            started.close();
            throw new IllegalStateException("the embedded Flink cluster did not start", e);
        }
        return started;
    }

    public MiniCluster flink() {
        return cluster;
    }

    @Override
    public void close() {
        try {
            cluster.close();
        } catch (Exception e) {
            throw new IllegalStateException("the embedded Flink cluster did not stop", e);
        } finally {
            folder.close();
        }
    }

    private static Configuration configuration(String folder) {
        Configuration configuration = new Configuration();
        configuration.set(RestOptions.ADDRESS, LOOPBACK);
        configuration.set(RestOptions.BIND_ADDRESS, LOOPBACK);
        configuration.set(RestOptions.PORT, 0);
        configuration.set(RestOptions.BIND_PORT, "0");
        configuration.set(JobManagerOptions.ADDRESS, LOOPBACK);
        configuration.set(JobManagerOptions.BIND_HOST, LOOPBACK);
        configuration.set(TaskManagerOptions.HOST, LOOPBACK);
        configuration.set(TaskManagerOptions.BIND_HOST, LOOPBACK);
        configuration.set(CoreOptions.TMP_DIRS, folder);
        configuration.set(BlobServerOptions.STORAGE_DIRECTORY, folder);
        configuration.set(ClusterOptions.PROCESS_WORKING_DIR_BASE, folder);
        return configuration;
    }

    /** A cluster whose metrics also go to an object of this process. */
    @SuppressWarnings("try") // MiniCluster.close() declares Exception, so its owner handles an interrupt anyway
    private static final class ReportingMiniCluster extends MiniCluster {

        private final MetricReporter metrics;

        ReportingMiniCluster(MiniClusterConfiguration configuration, MetricReporter metrics) {
            super(configuration);
            this.metrics = metrics;
        }

        @Override
        protected MetricRegistryImpl createMetricRegistry(Configuration configuration, long maximumMessageSize) {
            return new MetricRegistryImpl(
                    MetricRegistryConfiguration.fromConfiguration(configuration, maximumMessageSize),
                    List.of(ReporterSetup.forReporter("millrace", metrics)));
        }
    }
}
