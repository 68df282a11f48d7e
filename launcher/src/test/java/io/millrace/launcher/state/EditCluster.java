package io.millrace.launcher.state;

import io.millrace.launcher.run.LocalCluster;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.flink.api.common.JobID;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.core.execution.CheckpointType;
import org.apache.flink.core.execution.RestoreMode;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.flink.metrics.Metric;
import org.apache.flink.metrics.MetricConfig;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.metrics.reporter.MetricReporter;
import org.apache.flink.runtime.execution.ExecutionState;
import org.apache.flink.runtime.executiongraph.AccessExecutionVertex;
import org.apache.flink.runtime.jobgraph.JobGraph;
import org.apache.flink.runtime.jobgraph.SavepointRestoreSettings;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.util.ExceptionUtils;

/** Runs plans on one Flink cluster, one after the other, and stops them where the edits want it. */
final class EditCluster implements AutoCloseable {

    private static final long TIMEOUT_SECONDS = 60;
    private static final long POLL_MILLIS = 10;

    private final LocalCluster local = LocalCluster.start(
            4, MemorySize.ofMebiBytes(64), MemorySize.ofMebiBytes(128), new NoMetrics(), (c, f) -> {});
    private final MiniCluster cluster = local.flink();
    private final Path savepoints;

    EditCluster(Path savepoints) {
        this.savepoints = savepoints;
    }

    /** What a job had written when its savepoint was taken. */
    record Stopped(String savepoint, Map<String, Long> counts) {}

    /**
     * What a job wrote of the second half of the rows.
     *
     * @param failure the simple name of what ended it, if it did not get through
     */
    record SecondHalf(Map<String, List<String>> written, Map<String, Long> counts, Optional<String> failure) {}

    /** Runs a plan on the first half of the rows. */
    Stopped stopHalfway(EditSession session, String plan) throws Exception {
        ReplayRun run = ReplayRun.start(ReplayRun.FIRST_ROWS);
        JobID job = submit(session.job(plan));
        await(job, run, plan);
        String savepoint = cluster.triggerSavepoint(job, savepoints.toString(), true, SavepointFormatType.CANONICAL)
                .get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
        return new Stopped(savepoint, run.counts());
    }

    /** Runs a plan on all rows and forgets what it wrote of the first half: what a change should lead to. */
    SecondHalf runThrough(EditSession session, String plan) throws Exception {
        ReplayRun run = ReplayRun.start(ReplayRun.FIRST_ROWS);
        JobID job = submit(session.job(plan));
        await(job, run, plan);
        checkpoint(job);
        Map<String, List<String>> first = run.written();
        run.goOn();
        await(job, run, plan);
        checkpoint(job);
        cancel(job);
        return new SecondHalf(Changes.behind(first, run.written()), run.counts(), Optional.empty());
    }

    /** Runs a plan from a savepoint to the end of the rows. */
    SecondHalf restore(EditSession session, String plan, String savepoint, boolean allowNonRestored) throws Exception {
        ReplayRun run = ReplayRun.start(Integer.MAX_VALUE);
        JobGraph graph = session.job(plan);
        graph.setSavepointRestoreSettings(
                SavepointRestoreSettings.forPath(savepoint, allowNonRestored, RestoreMode.NO_CLAIM));
        JobID job = graph.getJobID();
        try {
            submit(graph);
            await(job, run, plan);
            checkpoint(job);
            cancel(job);
            return new SecondHalf(run.written(), run.counts(), Optional.empty());
        } catch (ExecutionException e) {
            return new SecondHalf(run.written(), run.counts(), Optional.of(failure(job, e)));
        }
    }

    @Override
    public void close() {
        local.close();
    }

    private JobID submit(JobGraph graph) throws Exception {
        return cluster.submitJob(graph).get(TIMEOUT_SECONDS, TimeUnit.SECONDS).getJobID();
    }

    private void await(JobID job, ReplayRun run, String plan) throws Exception {
        long sources = PlanGraph.parse(plan).nodes().stream()
                .filter(node -> node.kind() == NodeKind.SOURCE)
                .count();
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(TIMEOUT_SECONDS);
        while (run.waiting() < sources || !isUp(job)) {
            if (cluster.getJobStatus(job).get().isGloballyTerminalState()) {
                throw new ExecutionException("the job ended", null);
            }
            if (System.nanoTime() > end) {
                throw new TimeoutException(run.waiting() + " of " + sources + " sources got to their limit");
            }
            Thread.sleep(POLL_MILLIS);
        }
    }

    private boolean isUp(JobID job) throws Exception {
        for (AccessExecutionVertex task : cluster.getExecutionGraph(job)
                .get(TIMEOUT_SECONDS, TimeUnit.SECONDS)
                .getAllExecutionVertices()) {
            if (task.getExecutionState() != ExecutionState.RUNNING) {
                return false;
            }
        }
        return true;
    }

    private void checkpoint(JobID job) throws Exception {
        cluster.triggerCheckpoint(job, CheckpointType.FULL).get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
    }

    private void cancel(JobID job) throws Exception {
        cluster.cancelJob(job).get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
        cluster.requestJobResult(job).get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
    }

    /** A job that fails also fails the checkpoint, sometimes before it has ended. */
    private String failure(JobID job, ExecutionException submission) throws Exception {
        if (cluster.getJobStatus(job).handle((status, error) -> status).get() == null) {
            return ExceptionUtils.stripExecutionException(submission).getClass().getSimpleName();
        }
        return cluster.requestJobResult(job)
                .get(TIMEOUT_SECONDS, TimeUnit.SECONDS)
                .getSerializedThrowable()
                .map(error -> error.deserializeError(getClass().getClassLoader()))
                .map(EditCluster::root)
                .orElse("ended");
    }

    private static String root(Throwable error) {
        Throwable root = error;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root.getClass().getSimpleName();
    }

    private static final class NoMetrics implements MetricReporter {

        @Override
        public void open(MetricConfig config) {}

        @Override
        public void close() {}

        @Override
        public void notifyOfAddedMetric(Metric metric, String name, MetricGroup group) {}

        @Override
        public void notifyOfRemovedMetric(Metric metric, String name, MetricGroup group) {}
    }
}
