package io.millrace.launcher.run;

import io.millrace.catalog.descriptor.Mode;
import io.millrace.catalog.diagnostic.Diagnostic;
import io.millrace.catalog.diagnostic.DiagnosticCode;
import io.millrace.catalog.program.PipelineProgram;
import io.millrace.launcher.compile.FlinkMessages;
import io.millrace.launcher.compile.Redaction;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.flink.api.common.JobID;
import org.apache.flink.api.common.JobStatus;
import org.apache.flink.runtime.execution.ExecutionState;
import org.apache.flink.runtime.executiongraph.AccessExecutionGraph;
import org.apache.flink.runtime.executiongraph.AccessExecutionVertex;
import org.apache.flink.runtime.executiongraph.ErrorInfo;
import org.apache.flink.runtime.jobgraph.JobGraph;

/** One pipeline on the embedded cluster. Used by one thread. */
final class EmbeddedJob {

    private static final Set<ExecutionState> UP = Set.of(ExecutionState.RUNNING, ExecutionState.FINISHED);
    private static final Duration ANSWER = Duration.ofSeconds(10);

    private final RunRequest request;
    private final Redaction redaction;
    private JobGraph graph;
    private EmbeddedCluster cluster;
    private PipelineStatus status;
    private boolean stopping;
    private boolean ownCheckpointSeen;

    EmbeddedJob(RunRequest request, Redaction redaction) {
        this.request = request;
        this.redaction = redaction;
        this.status = new PipelineStatus(
                program().pipeline(), RunState.STARTING, Duration.ZERO, 0, 0, 0, 0, Optional.empty());
    }

    /** Makes the job's graph; where that is impossible the pipeline has failed. */
    void prepare() {
        try {
            graph = JobGraphs.of(request);
        } catch (RuntimeException e) {
            failed(e);
        }
    }

    int slots() {
        return JobGraphs.slots(graph);
    }

    /** Submits the job; a failure of that is the pipeline's failure. */
    void start(EmbeddedCluster target) throws InterruptedException {
        cluster = target;
        try {
            cluster.submit(graph);
        } catch (ExecutionException e) {
            failed(e.getCause() == null ? e : e.getCause());
        }
    }

    /** Called instead of {@link #start} where the run is over before the job's turn. */
    void skip() {
        status = with(RunState.STOPPED, Optional.empty());
    }

    PipelineStatus status() {
        return status;
    }

    Optional<RestorePoint> restorePoint() {
        return request.state().restorePoint();
    }

    /** Completes when the job has ended; at once where it never started. */
    CompletableFuture<?> ended() {
        return status.state().isFinal() ? CompletableFuture.completedFuture(null) : cluster.result(id());
    }

    /** Asks the cluster how the job stands. */
    PipelineStatus refresh() throws InterruptedException {
        if (status.state().isFinal()) {
            return status;
        }
        try {
            update(cluster.graph(id()).get(ANSWER.toSeconds(), TimeUnit.SECONDS));
        } catch (TimeoutException busy) {
            // What was known a second ago is the best answer there is.
        } catch (ExecutionException e) {
            failed(e.getCause());
        }
        return status;
    }

    /** Takes a last checkpoint; completes exceptionally where the job takes none. */
    CompletableFuture<?> checkpoint() {
        stopping = true;
        return cluster.checkpoint(id());
    }

    CompletableFuture<?> cancel() {
        stopping = true;
        return cluster.cancel(id());
    }

    /** How the job ended; one that did not end in time goes down with the cluster. */
    PipelineResult result() {
        if (!status.state().isFinal()) {
            status = with(RunState.STOPPED, status.lastFailure());
        }
        Optional<Diagnostic> failure = status.state() == RunState.FAILED
                ? Optional.of(Diagnostic.error(
                        DiagnosticCode.JOB_FAILED,
                        program().location(),
                        "the job of pipeline '" + program().pipeline() + "' failed: "
                                + status.lastFailure().orElse("for an unknown reason")))
                : Optional.empty();
        return new PipelineResult(status, failure);
    }

    private void update(AccessExecutionGraph execution) {
        long checkpoints = execution.getCheckpointStatsSnapshot() == null
                ? 0
                : execution.getCheckpointStatsSnapshot().getCounts().getNumberOfCompletedCheckpoints();
        if (checkpoints > 0 && !ownCheckpointSeen) {
            ownCheckpointSeen = true;
            request.state().keepOnly(id());
        }
        Optional<String> failure =
                Optional.ofNullable(execution.getFailureInfo()).map(this::describe);
        status = new PipelineStatus(
                status.pipeline(),
                state(execution),
                uptime(execution),
                cluster.counters().recordsIn(id()),
                cluster.counters().recordsOut(id()),
                checkpoints,
                cluster.counters().restarts(id()),
                failure.or(status::lastFailure));
        if (status.state() == RunState.FINISHED) {
            request.state().discard();
        }
    }

    private RunState state(AccessExecutionGraph execution) {
        return switch (execution.getState()) {
            case FINISHED -> RunState.FINISHED;
            case CANCELED, SUSPENDED -> RunState.STOPPED;
            case FAILED -> RunState.FAILED;
            case FAILING, RESTARTING -> RunState.RESTARTING;
            case CANCELLING -> RunState.STOPPING;
            case CREATED, INITIALIZING, RECONCILING -> RunState.STARTING;
            case RUNNING -> stopping ? RunState.STOPPING : running(execution);
        };
    }

    /** Flink calls a job running from the moment that it deploys it; a stream has to have all its tasks for that. */
    private RunState running(AccessExecutionGraph execution) {
        if (program().mode() == Mode.STREAMING) {
            for (AccessExecutionVertex task : execution.getAllExecutionVertices()) {
                if (!UP.contains(task.getExecutionState())) {
                    return status.state() == RunState.STARTING ? RunState.STARTING : RunState.RESTARTING;
                }
            }
        }
        return RunState.RUNNING;
    }

    private static Duration uptime(AccessExecutionGraph execution) {
        long since = execution.getStatusTimestamp(JobStatus.RUNNING);
        if (since == 0) {
            return Duration.ZERO;
        }
        long until = execution.getState().isGloballyTerminalState()
                ? execution.getStatusTimestamp(execution.getState())
                : System.currentTimeMillis();
        return Duration.ofMillis(Math.max(0, until - since));
    }

    private String describe(ErrorInfo failure) {
        return FlinkMessages.summary(
                failure.getException().deserializeError(request.pipeline().classLoader()), redaction);
    }

    private void failed(Throwable error) {
        status = with(RunState.FAILED, Optional.of(FlinkMessages.summary(error, redaction)));
    }

    private PipelineStatus with(RunState state, Optional<String> failure) {
        return new PipelineStatus(
                status.pipeline(),
                state,
                status.uptime(),
                status.recordsIn(),
                status.recordsOut(),
                status.checkpoints(),
                status.restarts(),
                failure);
    }

    private JobID id() {
        return graph.getJobID();
    }

    private PipelineProgram program() {
        return request.pipeline().program();
    }
}
