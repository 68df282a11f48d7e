package io.millrace.connectors;

import org.apache.flink.api.common.JobStatus;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.runtime.minicluster.MiniClusterConfiguration;

/** One cluster for all tests of this JVM, since starting one takes longer than most of them. */
public final class SharedCluster {

    private static final int SLOTS = 8;

    private static MiniCluster cluster;

    private SharedCluster() {}

    /** Returns the cluster, which is started on first use and ends with this JVM. */
    public static synchronized MiniCluster get() {
        if (cluster == null) {
            Configuration configuration = new Configuration();
            configuration.set(RestOptions.BIND_PORT, "0");
            configuration.set(RestOptions.BIND_ADDRESS, "127.0.0.1");
            cluster = new MiniCluster(new MiniClusterConfiguration.Builder()
                    .setConfiguration(configuration)
                    .setNumSlotsPerTaskManager(SLOTS)
                    .build());
            try {
                cluster.start();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
            Runtime.getRuntime()
                    .addShutdownHook(new Thread(() -> cluster.closeAsync().join()));
        }
        return cluster;
    }

    /** Returns the port of its REST endpoint on the loopback address. */
    public static int restPort() {
        return get().getRestAddress().join().getPort();
    }

    /** Tells whether a job is starting again after a failure. */
    public static boolean isRestarting() {
        return get().listJobs().join().stream().anyMatch(job -> job.getJobState() == JobStatus.RESTARTING);
    }
}
