package io.millrace.launcher.run;

import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.flink.api.common.JobID;
import org.apache.flink.configuration.BlobServerOptions;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.ClusterOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.JobManagerOptions;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.runtime.execution.ExecutionState;
import org.apache.flink.runtime.executiongraph.AccessExecutionGraph;
import org.apache.flink.runtime.executiongraph.AccessExecutionVertex;
import org.apache.flink.runtime.jobgraph.JobGraph;
import org.apache.flink.runtime.jobmaster.JobResult;
import org.apache.flink.runtime.messages.Acknowledge;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.runtime.minicluster.MiniClusterConfiguration;
import org.apache.flink.runtime.minicluster.MiniClusterJobClient;
import org.apache.flink.runtime.minicluster.RpcServiceSharing;

/**
 * One Flink cluster inside this process for all pipelines of a run. It listens on 127.0.0.1 only, on free ports, and
 * keeps its files, which may hold resolved options, in a folder that only this user can read.
 */
final class EmbeddedCluster implements AutoCloseable {

    private static final String LOOPBACK = "127.0.0.1";

    /** The newest checkpoint and the one before, should the newest turn out to be unreadable. */
    private static final int KEPT_CHECKPOINTS = 2;

    private static final Set<ExecutionState> STARTING = Set.of(
            ExecutionState.CREATED, ExecutionState.SCHEDULED, ExecutionState.DEPLOYING, ExecutionState.INITIALIZING);

    private static final int NETWORK_MEBIBYTES_PER_SLOT = 16;
    private static final int MANAGED_MEBIBYTES_PER_SLOT = 32;

    private final MiniCluster cluster;
    private final RecordCounters counters;
    private final ScratchFolder folder;

    private EmbeddedCluster(MiniCluster cluster, RecordCounters counters, ScratchFolder folder) {
        this.cluster = cluster;
        this.counters = counters;
        this.folder = folder;
    }

    /**
     * Starts a cluster.
     *
     * @param slots how many parallel pipelines-of-operators it can hold
     */
    static EmbeddedCluster start(int slots) {
        RecordCounters counters = new RecordCounters();
        ScratchFolder folder = ScratchFolder.create();
        MiniCluster cluster = new CountingMiniCluster(
                new MiniClusterConfiguration.Builder()
                        .setConfiguration(configuration(slots, folder.path().toString()))
                        .setNumTaskManagers(1)
                        .setNumSlotsPerTaskManager(slots)
                        .setRpcServiceSharing(RpcServiceSharing.SHARED)
                        .build(),
                counters);
        EmbeddedCluster started = new EmbeddedCluster(cluster, counters, folder);
        try {
            cluster.start();
        } catch (Exception e) {
            started.close();
            throw new IllegalStateException("the embedded Flink cluster did not start", e);
        }
        return started;
    }

    /** Submits a job and waits until the cluster has taken it. */
    void submit(JobGraph job) throws ExecutionException, InterruptedException {
        cluster.submitJob(job).get();
    }

    CompletableFuture<? extends AccessExecutionGraph> graph(JobID job) {
        return cluster.getExecutionGraph(job);
    }

    /** Whether all tasks of a job run or have run; not yet where the cluster is too busy to tell. */
    boolean isUp(JobID job) throws InterruptedException {
        try {
            for (AccessExecutionVertex task :
                    graph(job).get(1, TimeUnit.SECONDS).getAllExecutionVertices()) {
                if (STARTING.contains(task.getExecutionState())) {
                    return false;
                }
            }
            return true;
        } catch (ExecutionException | TimeoutException e) {
            return false;
        }
    }

    /** Completes when the job has ended in any way. */
    CompletableFuture<JobResult> result(JobID job) {
        return cluster.requestJobResult(job);
    }

    CompletableFuture<String> checkpoint(JobID job) {
        return cluster.triggerCheckpoint(job);
    }

    /** The job as Flink's clients see it, for fetching the rows of a query. */
    JobClient client(JobID job, ClassLoader classLoader) {
        return new MiniClusterJobClient(
                job, cluster, classLoader, MiniClusterJobClient.JobFinalizationBehavior.NOTHING);
    }

    CompletableFuture<Acknowledge> cancel(JobID job) {
        return cluster.cancelJob(job);
    }

    MiniCluster miniCluster() {
        return cluster;
    }

    RecordCounters counters() {
        return counters;
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

    private static Configuration configuration(int slots, String folder) {
        Configuration configuration = new Configuration();
        configuration.set(RestOptions.ADDRESS, LOOPBACK);
        configuration.set(RestOptions.BIND_ADDRESS, LOOPBACK);
        configuration.set(RestOptions.PORT, 0);
        configuration.set(RestOptions.BIND_PORT, "0");
        configuration.set(JobManagerOptions.ADDRESS, LOOPBACK);
        configuration.set(JobManagerOptions.BIND_HOST, LOOPBACK);
        configuration.set(TaskManagerOptions.HOST, LOOPBACK);
        configuration.set(TaskManagerOptions.BIND_HOST, LOOPBACK);
        configuration.set(CheckpointingOptions.MAX_RETAINED_CHECKPOINTS, KEPT_CHECKPOINTS);
        configuration.set(CoreOptions.TMP_DIRS, folder);
        configuration.set(
                CheckpointingOptions.CHECKPOINTS_DIRECTORY,
                Path.of(folder, "checkpoints").toUri().toString());
        configuration.set(BlobServerOptions.STORAGE_DIRECTORY, folder);
        configuration.set(ClusterOptions.PROCESS_WORKING_DIR_BASE, folder);
        MemorySize network = MemorySize.ofMebiBytes(Math.max(64, (long) slots * NETWORK_MEBIBYTES_PER_SLOT));
        configuration.set(TaskManagerOptions.NETWORK_MEMORY_MIN, network);
        configuration.set(TaskManagerOptions.NETWORK_MEMORY_MAX, network);
        configuration.set(
                TaskManagerOptions.MANAGED_MEMORY_SIZE,
                MemorySize.ofMebiBytes(Math.max(128, (long) slots * MANAGED_MEBIBYTES_PER_SLOT)));
        return configuration;
    }
}
