package io.millrace.launcher.deploy;

import io.millrace.launcher.cluster.ClusterException;
import io.millrace.launcher.cluster.JobOverview;
import io.millrace.launcher.cluster.JobSubmission;
import io.millrace.launcher.cluster.JobWatch;
import io.millrace.launcher.cluster.RestorePoints;
import io.millrace.launcher.cluster.SavedState;
import io.millrace.launcher.cluster.Savepoints;
import io.millrace.launcher.compile.DeployableProgram;
import io.millrace.launcher.deploy.Outcome.Result;
import io.millrace.launcher.release.Release;
import io.millrace.launcher.release.ReleaseStoreException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.flink.runtime.jobgraph.JobGraph;

/**
 * Puts one streaming release in the place of another. The release and its start are kept before anything is touched, so
 * that whoever comes after an interrupted deployment finds what it was about.
 */
final class Deployment {

    private final DeploySettings settings;
    private final DeploymentTarget target;
    private final PipelineChange change;
    private final ReleaseLog log;

    Deployment(DeploySettings settings, PipelineChange change, ReleaseLog log) {
        this.settings = settings;
        this.target = settings.target();
        this.change = change;
        this.log = log;
    }

    Outcome run() throws ClusterException, ReleaseStoreException, InterruptedException {
        return change.kind() == PipelineChange.Kind.UNFINISHED ? watchAgain() : replace();
    }

    /** Sees to what somebody began who was interrupted. */
    private Outcome watchAgain() throws ClusterException, ReleaseStoreException, InterruptedException {
        StartedRelease start = log.begun(change.jobs().get(0).job().id());
        // One that has completed a checkpoint came as far as a start must; going back would lose what it has done
        // since.
        boolean ran = new RestorePoints(target.rest()).newest(start.jobId()).isPresent();
        Optional<String> failure = ran ? Optional.empty() : watch(start);
        Optional<SavedState> from = change.saved();
        if (failure.isEmpty()) {
            log.running(start, from);
            return new Outcome(
                    change.pipeline(),
                    Result.DONE,
                    "revision " + start.release().revision() + " runs");
        }
        return failed(start, from, change.before().isPresent() && from.isPresent(), failure.get());
    }

    private Outcome replace() throws ClusterException, ReleaseStoreException, InterruptedException {
        boolean again = change.isAgain();
        boolean keeps = change.isRestorable() && !settings.startsFresh(change.pipeline());
        StartedRelease start = begin(again, keeps);
        Optional<SavedState> state = change.jobs().isEmpty() ? change.saved() : Optional.of(stop(start));
        Optional<SavedState> from = keeps ? state : Optional.empty();
        DeployableProgram program = change.next().orElseThrow().program();
        Optional<String> failure = start(program, start, from, !change.keepsState());
        if (failure.isEmpty()) {
            log.running(start, from);
            return new Outcome(
                    change.pipeline(),
                    Result.DONE,
                    "revision " + start.release().revision() + " runs"
                            + from.map(point -> " from " + point.name()).orElse(""));
        }
        return failed(start, state, change.before().isPresent() && state.isPresent() && !again, failure.get());
    }

    private StartedRelease begin(boolean again, boolean keeps) throws ReleaseStoreException {
        Optional<String> replaces = keeps ? change.replaces() : Optional.empty();
        Optional<StartedRelease> interrupted = log.interrupted(change, replaces);
        if (interrupted.isPresent()) {
            return interrupted.get();
        }
        Release release = again ? change.before().orElseThrow() : log.release(change, keeps);
        return log.start(release, replaces);
    }

    private Outcome failed(StartedRelease start, Optional<SavedState> state, boolean mayGoBack, String reason)
            throws ClusterException, ReleaseStoreException, InterruptedException {
        log.failed(start, state, reason);
        return mayGoBack
                ? goBack(change.before().orElseThrow(), state.orElseThrow(), reason)
                : new Outcome(
                        change.pipeline(),
                        Result.FAILED,
                        "revision " + start.release().revision() + " does not start: " + reason);
    }

    private SavedState stop(StartedRelease start) throws ClusterException, InterruptedException {
        JobOverview job = change.jobs().get(0).job();
        settings.listener().step(change.pipeline(), "stopping job " + job.id() + " behind a savepoint");
        try {
            String path = new Savepoints(target.rest(), Optional.empty(), settings.patience()).stop(job);
            settings.listener().step(change.pipeline(), "savepoint " + path);
            return new SavedState(0, path);
        } catch (ClusterException e) {
            log.failed(start, Optional.empty(), e.getMessage());
            throw e;
        }
    }

    private Optional<String> start(
            DeployableProgram program, StartedRelease start, Optional<SavedState> from, boolean incomplete)
            throws ClusterException, InterruptedException {
        JobGraph job = JobFactory.streaming(
                program, start.release().plan(), start.jobId(), start.parameters(target), from, incomplete);
        List<Path> jars =
                JobJars.of(start.jars(settings.jars()), start.release().tables().values(), program.classLoader());
        return submit(job, jars, start);
    }

    private Optional<String> submit(JobGraph job, List<Path> jars, StartedRelease start)
            throws ClusterException, InterruptedException {
        String pipeline = change.pipeline();
        settings.listener()
                .step(pipeline, "starting revision " + start.release().revision());
        try {
            new JobSubmission(target.rest(), settings.patience()).submit(job, jars);
        } catch (ClusterException e) {
            if (!e.isUnfinished()) {
                throw e;
            }
            return Optional.of(e.getMessage());
        }
        settings.listener().step(pipeline, "submitted as job " + start.jobId());
        return watch(start);
    }

    /** A job that does not get so far is not left behind. */
    private Optional<String> watch(StartedRelease start) throws ClusterException, InterruptedException {
        Optional<String> failure =
                new JobWatch(target.rest(), start.jobId(), settings.patience()).started(start.takesCheckpoints());
        if (failure.isPresent()) {
            cancel(start.jobId());
        }
        return failure;
    }

    private void cancel(String jobId) throws ClusterException, InterruptedException {
        try {
            new Savepoints(target.rest(), Optional.empty(), settings.patience()).cancel(jobId, change.pipeline());
        } catch (ClusterException e) {
            if (!e.isUnfinished()) {
                throw e;
            }
            // It has ended, or the cluster has forgotten it.
        }
    }

    /** The old release goes on from the very state that it left. */
    private Outcome goBack(Release old, SavedState state, String reason)
            throws ClusterException, ReleaseStoreException, InterruptedException {
        settings.listener().step(change.pipeline(), "going back to revision " + old.revision() + ": " + reason);
        StartedRelease start = log.startAgain(old, change.replaces());
        try (ReleasedProgram program = ReleasedProgram.open(old, target.store())) {
            Optional<String> failure =
                    start(program.deployable(settings), start.with(program), Optional.of(state), false);
            if (failure.isPresent()) {
                log.failed(start, Optional.of(state), failure.get());
                return new Outcome(
                        change.pipeline(),
                        Result.FAILED,
                        "it does not start: " + reason + "; and revision " + old.revision() + " does not start again: "
                                + failure.get() + "; its state is in " + state.path());
            }
        }
        log.running(start, Optional.of(state));
        return new Outcome(
                change.pipeline(),
                Result.FAILED,
                "it does not start: " + reason + "; revision " + old.revision() + " runs again from " + state.name());
    }
}
