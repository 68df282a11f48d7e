package io.millrace.launcher.deploy;

import io.millrace.launcher.cluster.JobParameters;
import io.millrace.launcher.cluster.ManagedJob;
import io.millrace.launcher.cluster.SavedState;
import io.millrace.launcher.deploy.PipelineChange.Wanted;
import io.millrace.launcher.release.Release;
import io.millrace.launcher.release.ReleaseStore;
import io.millrace.launcher.release.ReleaseStoreException;
import io.millrace.launcher.release.ReleaseText;
import io.millrace.launcher.release.ReleasedJar;
import io.millrace.launcher.release.Start;
import io.millrace.launcher.release.StartResult;
import io.millrace.launcher.release.StartResult.Result;
import io.millrace.launcher.state.StatePlan;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes down what is deployed. Used by one thread, which holds the pipeline's lock. */
final class ReleaseLog {

    private final DeploySettings settings;
    private final ReleaseStore store;
    private final String pipeline;
    private final List<ManagedJob> clusterJobs;
    private final Set<String> knownJobs;

    /** @param clusterJobs all that the cluster knows of, since some may be of starts that were not written down */
    ReleaseLog(DeploySettings settings, String pipeline, List<ManagedJob> clusterJobs) {
        this.settings = settings;
        this.store = settings.target().store();
        this.pipeline = pipeline;
        this.knownJobs = clusterJobs.stream().map(job -> job.job().id()).collect(Collectors.toSet());
        this.clusterJobs = clusterJobs.stream()
                .filter(job -> job.belongsTo(
                        settings.target().project(), settings.target().environment()))
                .filter(job -> job.job().name().equals(pipeline))
                .toList();
    }

    /** Keeps the release of a change, with its jars. */
    Release release(PipelineChange change, boolean keeps) throws ReleaseStoreException {
        List<ReleasedJar> jars = new ArrayList<>();
        for (Path file : settings.jars()) {
            ReleasedJar jar = jar(file);
            store.keep(jar, file);
            jars.add(jar);
        }
        int highest = store.releases(pipeline).stream()
                .mapToInt(Release::highestId)
                .max()
                .orElse(0);
        Optional<StatePlan> plan = keeps || change.next().isEmpty()
                ? change.state()
                : change.next().map(candidate -> candidate.first(highest));
        Wanted wanted = change.wanted().orElseThrow();
        while (true) {
            Release release = new Release(
                    pipeline,
                    nextRevision(),
                    wanted.program().mode(),
                    wanted.fingerprint(),
                    ReleaseText.of(wanted.program()),
                    plan.map(StatePlan::json).orElse(""),
                    plan.map(StatePlan::highestId).orElse(highest),
                    change.next()
                            .map(candidate -> candidate.program().tableOptions())
                            .orElse(Map.of()),
                    jars,
                    keeps ? change.before().map(Release::revision).orElse(0) : 0,
                    keeps && change.hasState()
                            ? plan.map(known -> known.verdict().name().toLowerCase(Locale.ROOT))
                                    .orElse("")
                            : "",
                    settings.gitCommit(),
                    settings.who(),
                    now());
            if (store.keep(release)) {
                settings.listener().step(pipeline, "revision " + release.revision() + " is written down");
                return release;
            }
        }
    }

    /**
     * The same start, which somebody began who was interrupted before the cluster had the job. It is begun again under the
     * id that it has, since its job may still be on the way there.
     *
     * @param replaces the job whose state it goes on from
     */
    Optional<StartedRelease> interrupted(PipelineChange change, Optional<String> replaces)
            throws ReleaseStoreException {
        Optional<Start> last = store.starts(pipeline).stream()
                .findFirst()
                .filter(start -> start.replaces().equals(replaces.orElse("")) && !knownJobs.contains(start.jobId()));
        if (last.isEmpty()
                || store.results(pipeline).stream()
                        .anyMatch(result -> result.number() == last.get().number())) {
            return Optional.empty();
        }
        return store.release(pipeline, last.get().revision())
                .filter(change::isWanted)
                .map(release -> new StartedRelease(release, last.get(), List.of()));
    }

    /** Keeps that a release is about to be started. */
    StartedRelease start(Release release, Optional<String> replaces) throws ReleaseStoreException {
        while (true) {
            Start start = next(release, replaces);
            if (store.keep(start)) {
                return new StartedRelease(release, start, List.of());
            }
        }
    }

    /** The same for going back, which must not fail because nothing can be written. */
    StartedRelease startAgain(Release release, Optional<String> replaces) throws ReleaseStoreException {
        Start start = next(release, replaces);
        try {
            store.keep(start);
        } catch (ReleaseStoreException e) {
            settings.listener().step(pipeline, "not written down: " + e.getMessage());
        }
        return new StartedRelease(release, start, List.of());
    }

    /** What was begun with a job. */
    StartedRelease begun(String jobId) throws ReleaseStoreException {
        Start start = store.starts(pipeline).stream()
                .filter(known -> known.jobId().equals(jobId))
                .findFirst()
                .orElseThrow();
        return new StartedRelease(store.release(pipeline, start.revision()).orElseThrow(), start, List.of());
    }

    void running(StartedRelease start, Optional<SavedState> from) {
        keep(start, Result.RUNNING, from, "");
    }

    void finished(StartedRelease start) {
        keep(start, Result.FINISHED, Optional.empty(), "");
    }

    void failed(StartedRelease start, Optional<SavedState> from, String reason) {
        keep(start, Result.FAILED, from, settings.redaction().redact(reason));
    }

    /** What happened has happened, whether it can be written down or not. */
    private void keep(StartedRelease start, Result result, Optional<SavedState> from, String reason) {
        try {
            store.keep(
                    pipeline,
                    new StartResult(
                            start.start().number(),
                            result,
                            from.map(SavedState::path).orElse(""),
                            reason,
                            now()));
        } catch (ReleaseStoreException e) {
            settings.listener().step(pipeline, "not written down: " + e.getMessage());
        }
    }

    private Start next(Release release, Optional<String> replaces) throws ReleaseStoreException {
        List<Start> starts = store.starts(pipeline);
        int number = 1 + starts.stream().mapToInt(Start::number).max().orElse(0);
        int attempt = 1
                + Stream.concat(
                                starts.stream()
                                        .filter(start -> start.revision() == release.revision())
                                        .map(Start::attempt),
                                parameters()
                                        .filter(job -> job.revision() == release.revision())
                                        .map(JobParameters::attempt))
                        .mapToInt(Integer::intValue)
                        .max()
                        .orElse(0);
        return new Start(
                pipeline,
                number,
                release.revision(),
                attempt,
                Start.jobId(store.id(), pipeline, release.revision(), attempt),
                replaces.orElse(""),
                settings.who(),
                now());
    }

    private int nextRevision() throws ReleaseStoreException {
        return 1
                + Stream.concat(
                                store.releases(pipeline).stream().map(Release::revision),
                                parameters().map(JobParameters::revision))
                        .mapToInt(Integer::intValue)
                        .max()
                        .orElse(0);
    }

    private Stream<JobParameters> parameters() {
        return clusterJobs.stream().flatMap(job -> job.parameters().stream());
    }

    private static ReleasedJar jar(Path file) {
        try {
            return ReleasedJar.of(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String now() {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS).toString();
    }
}
