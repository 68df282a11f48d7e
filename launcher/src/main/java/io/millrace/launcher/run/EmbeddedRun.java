package io.millrace.launcher.run;

import io.millrace.launcher.compile.Redaction;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Runs pipelines on a Flink cluster inside this process: until all of them ended by themselves, one failed, the time is
 * up or a stop was asked for. Streaming jobs that are stopped leave a last checkpoint from which the next run resumes.
 */
public final class EmbeddedRun {

    private static final Duration TICK = Duration.ofSeconds(1);
    private static final Duration TICK_WHILE_STARTING = Duration.ofMillis(100);
    private static final Duration LONGEST_START = Duration.ofMinutes(2);
    private static final Duration FOR_EVER = Duration.ofDays(36500);
    private static final Duration LAST_CHECKPOINT = Duration.ofSeconds(20);
    private static final Duration CANCELLATION = Duration.ofSeconds(20);

    private final List<RunRequest> requests;
    private final Redaction redaction;
    private final RunListener listener;
    private final ClusterStart cluster;

    /** One permit for each event that the running thread should look at before its next tick. */
    private final Semaphore events = new Semaphore(0);

    private volatile boolean stopAsked;
    private volatile boolean abortAsked;

    /**
     * @param requests at least one; their states are closed when the run ends
     * @param redaction knows the secrets of the pipelines
     * @param cluster stays open until the run has ended
     */
    public EmbeddedRun(List<RunRequest> requests, Redaction redaction, RunListener listener, ClusterStart cluster) {
        this.cluster = cluster;
        this.requests = List.copyOf(requests);
        this.redaction = redaction;
        this.listener = listener;
    }

    /**
     * Runs the pipelines and returns how each of them ended, in the order they were given. May be called once.
     *
     * @param limit how long, from the moment that all jobs are running; empty for no limit
     */
    public List<PipelineResult> run(Optional<Duration> limit) throws InterruptedException {
        try {
            List<EmbeddedJob> jobs = requests.stream()
                    .map(request -> new EmbeddedJob(request, redaction))
                    .toList();
            jobs.forEach(EmbeddedJob::prepare);
            return noneFailed(jobs)
                    ? run(jobs, limit)
                    : jobs.stream().map(EmbeddedJob::result).toList();
        } finally {
            requests.forEach(request -> request.state().close());
        }
    }

    /**
     * Asks the run to stop, from any thread: with a last checkpoint the first time, at once the second time. Returns
     * immediately.
     */
    public void stop() {
        abortAsked = stopAsked;
        stopAsked = true;
        events.release();
    }

    private List<PipelineResult> run(List<EmbeddedJob> jobs, Optional<Duration> limit) throws InterruptedException {
        EmbeddedCluster started = cluster.cluster(slots(jobs));
        for (EmbeddedJob job : jobs) {
            start(job, started);
        }
        watch(jobs, limit);
        stop(jobs);
        return jobs.stream().map(EmbeddedJob::result).toList();
    }

    private static int slots(List<EmbeddedJob> jobs) {
        return jobs.stream().mapToInt(EmbeddedJob::slots).sum();
    }

    private void watch(List<EmbeddedJob> jobs, Optional<Duration> limit) throws InterruptedException {
        Deadline allRunning = Deadline.in(LONGEST_START);
        Optional<Deadline> end = Optional.empty();
        while (!stopAsked && !refresh(jobs) && noneFailed(jobs)) {
            if (end.isEmpty() && (!anyStarting(jobs) || allRunning.isOver())) {
                end = Optional.of(Deadline.in(limit.orElse(FOR_EVER)));
            }
            if (end.isPresent() && end.get().isOver()) {
                return;
            }
            await(end.orElse(allRunning), end.isEmpty() ? TICK_WHILE_STARTING : TICK);
        }
    }

    private void start(EmbeddedJob job, EmbeddedCluster started) throws InterruptedException {
        if (stopAsked) {
            job.skip();
            return;
        }
        job.start(started);
        if (job.status().state().isFinal()) {
            listener.changed(job.status(), RunState.STARTING);
        } else {
            CompletableFuture<?> unused = job.ended().whenComplete((result, error) -> events.release());
            listener.started(job.status().pipeline(), job.restorePoint());
        }
    }

    /** Brings down what still runs. */
    private void stop(List<EmbeddedJob> jobs) throws InterruptedException {
        if (allEnded(jobs)) {
            return;
        }
        CompletableFuture<?> checkpoints = forAll(jobs, RunState.RUNNING::equals, EmbeddedJob::checkpoint);
        until(LAST_CHECKPOINT, jobs, () -> checkpoints.isDone() || abortAsked);
        CompletableFuture<?> unused = forAll(jobs, state -> !state.isFinal(), EmbeddedJob::cancel);
        until(CANCELLATION, jobs, () -> false);
    }

    /** Asks something of the jobs in certain states; completes when each has answered, refusals included. */
    private CompletableFuture<?> forAll(
            List<EmbeddedJob> jobs, Predicate<RunState> states, Function<EmbeddedJob, CompletableFuture<?>> question) {
        CompletableFuture<?>[] answers = jobs.stream()
                .filter(job -> states.test(job.status().state()))
                .map(job -> question.apply(job).handle((answer, refusal) -> answer))
                .toArray(CompletableFuture<?>[]::new);
        return CompletableFuture.allOf(answers).thenRun(events::release);
    }

    /** Waits until a condition holds or all jobs have ended. */
    private void until(Duration limit, List<EmbeddedJob> jobs, BooleanSupplier condition) throws InterruptedException {
        Deadline end = Deadline.in(limit);
        while (!refresh(jobs) && !condition.getAsBoolean() && !end.isOver()) {
            await(end, TICK);
        }
    }

    /** Until the next tick, an event or the deadline, whatever comes first. */
    private void await(Deadline deadline, Duration tick) throws InterruptedException {
        if (events.tryAcquire(Math.min(tick.toNanos(), deadline.left()), TimeUnit.NANOSECONDS)) {
            events.drainPermits();
        }
    }

    /** Asks all jobs and tells the listener; whether all have ended. */
    private boolean refresh(List<EmbeddedJob> jobs) throws InterruptedException {
        for (EmbeddedJob job : jobs) {
            RunState before = job.status().state();
            PipelineStatus now = job.refresh();
            if (now.state() != before) {
                listener.changed(now, before);
            }
        }
        listener.progress(jobs.stream().map(EmbeddedJob::status).toList());
        return allEnded(jobs);
    }

    private static boolean allEnded(List<EmbeddedJob> jobs) {
        return jobs.stream().allMatch(job -> job.status().state().isFinal());
    }

    private static boolean anyStarting(List<EmbeddedJob> jobs) {
        return jobs.stream().anyMatch(job -> job.status().state() == RunState.STARTING);
    }

    private static boolean noneFailed(List<EmbeddedJob> jobs) {
        return jobs.stream().noneMatch(job -> job.status().state() == RunState.FAILED);
    }
}
