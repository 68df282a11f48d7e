package io.millrace.launcher.run;

import io.millrace.catalog.diagnostic.Diagnostic;
import io.millrace.catalog.diagnostic.DiagnosticCode;
import io.millrace.launcher.compile.CompiledQuery;
import io.millrace.launcher.compile.FlinkMessages;
import io.millrace.launcher.compile.Redaction;
import io.millrace.launcher.report.ResultRow;
import io.millrace.launcher.run.QueryResult.Ending;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.flink.api.common.JobID;
import org.apache.flink.runtime.jobgraph.JobGraph;
import org.apache.flink.runtime.jobmaster.JobResult;

/** Runs one query on a Flink cluster inside this process and hands its rows over as they come. */
public final class EmbeddedQuery {

    private static final Duration TICK = Duration.ofMillis(100);
    private static final Duration FIRST_WORD = Duration.ofSeconds(5);
    private static final Duration FOR_EVER = Duration.ofDays(36500);
    private static final Duration LONGEST_START = Duration.ofMinutes(1);
    private static final Duration CANCELLATION = Duration.ofSeconds(20);

    private final CompiledQuery query;
    private final Redaction redaction;
    private final QueryListener listener;
    private final ClusterStart cluster;

    private volatile boolean stopAsked;
    private volatile boolean abortAsked;
    private long rows;

    /**
     * @param redaction knows the secrets of the query's tables
     * @param cluster stays open until the query has ended
     */
    public EmbeddedQuery(CompiledQuery query, Redaction redaction, QueryListener listener, ClusterStart cluster) {
        this.query = query;
        this.redaction = redaction;
        this.listener = listener;
        this.cluster = cluster;
    }

    /**
     * Runs the query; when this returns its sources are closed. May be called once.
     *
     * @param most how many rows are wanted; 0 for all
     * @param limit how long to wait for them once the query runs
     */
    public QueryResult run(long most, Optional<Duration> limit) throws InterruptedException {
        try {
            JobGraph graph = JobGraphs.of(query);
            EmbeddedCluster started = cluster.cluster(JobGraphs.slots(graph));
            started.submit(graph);
            return run(started, graph.getJobID(), most, limit.orElse(FOR_EVER));
        } catch (ExecutionException | RuntimeException e) {
            return new QueryResult(
                    rows, Ending.FAILED, new QueryProgress(0, Optional.empty()), Optional.of(diagnostic(e)));
        }
    }

    /** Asks the query to stop, from any thread; the second time without waiting for its sources to close. */
    public void stop() {
        abortAsked = stopAsked;
        stopAsked = true;
    }

    private QueryResult run(EmbeddedCluster started, JobID job, long most, Duration limit) throws InterruptedException {
        CompletableFuture<JobResult> result = started.result(job);
        Ending ending;
        try (QueryRows source = new QueryRows(query.rows(started.client(job, query.classLoader())))) {
            awaitStart(started, job, result);
            ending = fetch(source, most, Deadline.in(limit), started, job);
            QueryProgress progress = progress(started, job);
            Optional<Diagnostic> failure = ending == Ending.END_OF_INPUT ? failure(result) : Optional.empty();
            return new QueryResult(rows, failure.isPresent() ? Ending.FAILED : ending, progress, failure);
        } finally {
            cancel(started, job, result);
        }
    }

    /** Until the sources are open, so that the time limit is all the query's. */
    private void awaitStart(EmbeddedCluster started, JobID job, CompletableFuture<JobResult> result)
            throws InterruptedException {
        Deadline end = Deadline.in(LONGEST_START);
        while (!stopAsked && !started.isUp(job) && !end.isOver() && !endsWithin(TICK, result)) {
            listener.pause();
        }
    }

    private Ending fetch(QueryRows source, long most, Deadline end, EmbeddedCluster started, JobID job)
            throws InterruptedException {
        Duration patience = FIRST_WORD;
        Deadline word = Deadline.in(patience);
        while (!stopAsked && !listener.isClosed()) {
            boolean over = source.ended();
            Optional<ResultRow> row = source.next(end.left() < TICK.toNanos() ? Duration.ofNanos(end.left()) : TICK);
            if (row.isPresent()) {
                listener.row(row.get());
                rows++;
                patience = FIRST_WORD;
                word = Deadline.in(patience);
                if (rows == most) {
                    return Ending.ENOUGH_ROWS;
                }
            } else if (over) {
                return Ending.END_OF_INPUT;
            } else {
                listener.pause();
            }
            if (end.isOver()) {
                return Ending.TIME_UP;
            }
            if (word.isOver()) {
                listener.waiting(progress(started, job));
                patience = patience.multipliedBy(2);
                word = Deadline.in(patience);
            }
        }
        return Ending.STOPPED;
    }

    private static QueryProgress progress(EmbeddedCluster started, JobID job) {
        Optional<Instant> watermark = started.counters().watermark(job).stream()
                .mapToObj(Instant::ofEpochMilli)
                .findFirst();
        return new QueryProgress(started.counters().recordsIn(job), watermark);
    }

    /** The reason for which a job ended; empty where it came to the end of its input. */
    private Optional<Diagnostic> failure(CompletableFuture<JobResult> result) throws InterruptedException {
        try {
            return result.get(CANCELLATION.toSeconds(), TimeUnit.SECONDS)
                    .getSerializedThrowable()
                    .map(error -> diagnostic(error.deserializeError(query.classLoader())));
        } catch (ExecutionException e) {
            return Optional.of(diagnostic(e));
        } catch (TimeoutException e) {
            return Optional.of(diagnostic(new IllegalStateException("its rows could not be fetched", e)));
        }
    }

    /** Waits until the sources are closed, so that nothing of them is in use when others tidy up behind the query. */
    private void cancel(EmbeddedCluster started, JobID job, CompletableFuture<JobResult> result)
            throws InterruptedException {
        if (result.isDone()) {
            return;
        }
        CompletableFuture<?> unused = started.cancel(job);
        Deadline end = Deadline.in(CANCELLATION);
        while (!abortAsked && !end.isOver() && !endsWithin(TICK, result)) {
            listener.pause();
        }
    }

    private static boolean endsWithin(Duration limit, CompletableFuture<JobResult> result) throws InterruptedException {
        try {
            result.get(limit.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (ExecutionException e) {
            return true;
        } catch (TimeoutException e) {
            return false;
        }
    }

    private Diagnostic diagnostic(Throwable error) {
        return Diagnostic.error(
                DiagnosticCode.JOB_FAILED,
                query.program().location(),
                "the query on pipeline '" + query.program().pipeline() + "' failed: "
                        + FlinkMessages.summary(error, redaction));
    }
}
