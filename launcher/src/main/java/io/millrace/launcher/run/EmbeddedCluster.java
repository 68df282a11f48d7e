package io.millrace.launcher.run;

import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.flink.api.common.JobID;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.runtime.execution.ExecutionState;
import org.apache.flink.runtime.executiongraph.AccessExecutionGraph;
import org.apache.flink.runtime.executiongraph.AccessExecutionVertex;
import org.apache.flink.runtime.jobgraph.JobGraph;
import org.apache.flink.runtime.jobmaster.JobResult;
import org.apache.flink.runtime.messages.Acknowledge;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.runtime.minicluster.MiniClusterJobClient;

/**
 * One Flink cluster inside this process for all pipelines of a run. It listens on 127.0.0.1 only, on free ports, and
 * keeps its files, which may hold resolved options, in a folder that only this user can read.
 */
final class EmbeddedCluster implements AutoCloseable {

    /** The newest checkpoint and the one before, should the newest turn out to be unreadable. */
    private static final int KEPT_CHECKPOINTS = 2;

    private static final Set<ExecutionState> STARTING = Set.of(
            ExecutionState.CREATED, ExecutionState.SCHEDULED, ExecutionState.DEPLOYING, ExecutionState.INITIALIZING);

    private static final int NETWORK_MEBIBYTES_PER_SLOT = 16;
    private static final int MANAGED_MEBIBYTES_PER_SLOT = 32;

    private final LocalCluster local;
    private final MiniCluster cluster;
    private final RecordCounters counters;

    private EmbeddedCluster(LocalCluster local, RecordCounters counters) {
        this.local = local;
        this.cluster = local.flink();
        this.counters = counters;
    }

    /**
     * Starts a cluster.
     *
     * @param slots how many parallel pipelines-of-operators it can hold
     */
    static EmbeddedCluster start(int slots) {
        RecordCounters counters = new RecordCounters();
        return new EmbeddedCluster(
                LocalCluster.start(
                        slots,
                        MemorySize.ofMebiBytes(Math.max(64, (long) slots * NETWORK_MEBIBYTES_PER_SLOT)),
                        MemorySize.ofMebiBytes(Math.max(128, (long) slots * MANAGED_MEBIBYTES_PER_SLOT)),
                        counters,
                        EmbeddedCluster::addTo),
                counters);
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
        local.close();
    }

    private static void addTo(Configuration configuration, Path folder) {
        configuration.set(CheckpointingOptions.MAX_RETAINED_CHECKPOINTS, KEPT_CHECKPOINTS);
        configuration.set(
                CheckpointingOptions.CHECKPOINTS_DIRECTORY,
                folder.resolve("checkpoints").toUri().toString());
    }
}
