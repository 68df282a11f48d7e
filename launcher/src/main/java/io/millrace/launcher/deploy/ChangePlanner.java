package io.millrace.launcher.deploy;

import io.millrace.catalog.descriptor.Mode;
import io.millrace.catalog.diagnostic.DiagnosticCollector;
import io.millrace.catalog.program.PipelineProgram;
import io.millrace.launcher.cluster.ClusterException;
import io.millrace.launcher.cluster.ClusterJobs;
import io.millrace.launcher.cluster.JobOverview;
import io.millrace.launcher.cluster.JobParameters;
import io.millrace.launcher.cluster.ManagedJob;
import io.millrace.launcher.cluster.RestorePoints;
import io.millrace.launcher.cluster.SavedState;
import io.millrace.launcher.compile.ProgramCompiler;
import io.millrace.launcher.deploy.PipelineChange.Kind;
import io.millrace.launcher.release.Release;
import io.millrace.launcher.release.ReleaseStoreException;
import io.millrace.launcher.release.ReleaseText;
import io.millrace.launcher.release.ReleasedJar;
import io.millrace.launcher.release.Start;
import io.millrace.launcher.state.StatePlan;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds out what is to be done about pipelines; touches nothing. What runs is asked of the cluster. */
public final class ChangePlanner {

    private final DeploymentTarget target;
    private final ProgramCompiler compiler;
    private final List<ReleasedJar> jars;
    private final RestorePoints restorePoints;

    /**
     * Prepares it.
     *
     * @param jars the project's
     */
    public ChangePlanner(DeploymentTarget target, ProgramCompiler compiler, List<ReleasedJar> jars) {
        this.target = target;
        this.compiler = compiler;
        this.jars = List.copyOf(jars);
        this.restorePoints = new RestorePoints(target.rest());
    }

    /** All that the cluster knows of, which planning starts from. */
    public List<ManagedJob> jobs() throws ClusterException, InterruptedException {
        return new ClusterJobs(target.rest()).managed();
    }

    /**
     * Plans.
     *
     * @param jobs all that the cluster knows of
     * @param problems receives what Flink finds wrong with those that are to be started
     */
    public List<PipelineChange> plan(
            List<PipelineProgram> programs, List<ManagedJob> jobs, DiagnosticCollector problems)
            throws ClusterException, ReleaseStoreException, InterruptedException {
        List<PipelineChange> changes = new ArrayList<>();
        for (PipelineProgram program : programs) {
            changes.add(change(program, jobs, problems));
        }
        return List.copyOf(changes);
    }

    /**
     * The jobs of the cluster that are none of these pipelines'.
     *
     * @param jobs all that the cluster knows of
     * @param known the names of all pipelines of the catalog
     */
    public List<PipelineChange> others(List<ManagedJob> jobs, Collection<String> known) {
        List<PipelineChange> others = new ArrayList<>();
        for (ManagedJob job : jobs) {
            String name = job.job().name();
            if (!job.job().isTerminal() && !known.contains(name)) {
                Kind kind = isOurs(job) ? Kind.GONE : Kind.UNMANAGED;
                others.add(PipelineChange.idle(name, kind, List.of(job), Optional.empty()));
            }
        }
        return List.copyOf(others);
    }

    private PipelineChange change(PipelineProgram program, List<ManagedJob> jobs, DiagnosticCollector problems)
            throws ClusterException, ReleaseStoreException, InterruptedException {
        String pipeline = program.pipeline();
        List<ManagedJob> running = jobs.stream()
                .filter(job -> !job.job().isTerminal() && job.job().name().equals(pipeline))
                .toList();
        String fingerprint = ReleaseText.fingerprint(program, jars);
        Optional<String> obstacle = obstacle(program, fingerprint, running);
        if (obstacle.isPresent()) {
            Kind kind = running.stream().allMatch(this::isOurs) ? Kind.CHANGED : Kind.UNMANAGED;
            return PipelineChange.idle(pipeline, kind, running, obstacle);
        }
        History history = new History(target.store(), restorePoints, pipeline);
        if (!running.isEmpty()) {
            JobParameters parameters = running.get(0).parameters().orElseThrow();
            return parameters.fingerprint().equals(fingerprint)
                    ? same(program, fingerprint, running, history)
                    : running(program, fingerprint, running.get(0), parameters, problems);
        }
        return program.mode() == Mode.BATCH
                ? batch(program, fingerprint, jobs, history, problems)
                : idle(program, fingerprint, history, problems);
    }

    private boolean isOurs(ManagedJob job) {
        return job.belongsTo(target.project(), target.environment());
    }

    private Optional<String> obstacle(PipelineProgram program, String fingerprint, List<ManagedJob> running) {
        if (running.stream().anyMatch(job -> !isOurs(job))) {
            return Optional.of("a job of its name runs that Millrace did not start for this project and environment");
        }
        if (running.size() > 1) {
            return Optional.of("it runs " + running.size() + " times; stop it first");
        }
        boolean other = running.size() == 1
                && program.mode() == Mode.BATCH
                && !running.get(0).parameters().orElseThrow().fingerprint().equals(fingerprint);
        return other
                ? Optional.of("a batch job of another release still runs; wait for it, or stop it")
                : Optional.empty();
    }

    private PipelineChange same(PipelineProgram program, String fingerprint, List<ManagedJob> running, History history)
            throws ClusterException, ReleaseStoreException, InterruptedException {
        Optional<Start> open = history.unfinished(running.get(0).job().id());
        if (open.isEmpty()) {
            return unchanged(program, fingerprint, running);
        }
        Optional<Release> before = history.replaced(open.get());
        Optional<SavedState> saved = before.isEmpty()
                ? Optional.empty()
                : restorePoints.newest(open.get().replaces());
        return new PipelineChange(
                program.pipeline(),
                Kind.UNFINISHED,
                Optional.of(program),
                fingerprint,
                running,
                before,
                Optional.empty(),
                saved,
                Set.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** Whether the cluster is as it was when a change was planned. */
    boolean isCurrent(PipelineChange change) throws ClusterException, InterruptedException {
        Set<String> planned = change.jobs().stream().map(job -> job.job().id()).collect(Collectors.toSet());
        Set<String> now = new ClusterJobs(target.rest())
                .all().stream()
                        .filter(job -> !job.isTerminal() && job.name().equals(change.pipeline()))
                        .map(JobOverview::id)
                        .collect(Collectors.toSet());
        return !planned.isEmpty() && planned.equals(now);
    }

    private static PipelineChange unchanged(PipelineProgram program, String fingerprint, List<ManagedJob> jobs) {
        return new PipelineChange(
                program.pipeline(),
                Kind.UNCHANGED,
                Optional.of(program),
                fingerprint,
                jobs,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Set.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private PipelineChange running(
            PipelineProgram program,
            String fingerprint,
            ManagedJob job,
            JobParameters parameters,
            DiagnosticCollector problems)
            throws ClusterException, ReleaseStoreException, InterruptedException {
        Optional<Release> before = target.store().release(program.pipeline(), parameters.revision());
        // A release of another store may have the same number.
        Optional<Release> known = before.filter(release -> release.fingerprint().equals(parameters.fingerprint()));
        Optional<SavedState> newest = restorePoints.newest(job.job().id());
        return started(
                Kind.CHANGED,
                program,
                fingerprint,
                List.of(job),
                known,
                job.job().id(),
                newest,
                problems);
    }

    private PipelineChange idle(
            PipelineProgram program, String fingerprint, History history, DiagnosticCollector problems)
            throws ClusterException, ReleaseStoreException, InterruptedException {
        Optional<History.Base> base = history.base();
        if (base.isEmpty()) {
            return fresh(program, fingerprint, problems);
        }
        Optional<Release> release =
                target.store().release(program.pipeline(), base.get().start().revision());
        return started(
                Kind.STOPPED,
                program,
                fingerprint,
                List.of(),
                release,
                base.get().start().jobId(),
                base.get().saved(),
                problems);
    }

    private PipelineChange batch(
            PipelineProgram program,
            String fingerprint,
            List<ManagedJob> jobs,
            History history,
            DiagnosticCollector problems)
            throws ClusterException, ReleaseStoreException, InterruptedException {
        for (ManagedJob job : jobs) {
            // It came to its end while nobody looked any more.
            if (job.job().state().equals("FINISHED")
                    && job.job().name().equals(program.pipeline())
                    && isOurs(job)
                    && job.parameters().orElseThrow().fingerprint().equals(fingerprint)
                    && history.unfinished(job.job().id()).isPresent()) {
                return same(program, fingerprint, List.of(job), history);
            }
        }
        Optional<Release> finished = history.finished();
        if (finished.filter(release -> release.fingerprint().equals(fingerprint))
                .isPresent()) {
            return unchanged(program, fingerprint, List.of());
        }
        PipelineChange fresh = fresh(program, fingerprint, problems);
        return finished.isEmpty()
                ? fresh
                : new PipelineChange(
                        program.pipeline(),
                        Kind.CHANGED,
                        fresh.program(),
                        fingerprint,
                        List.of(),
                        finished,
                        Optional.empty(),
                        Optional.empty(),
                        Difference.between(finished.get(), program, jars),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty());
    }

    private PipelineChange fresh(PipelineProgram program, String fingerprint, DiagnosticCollector problems) {
        Optional<Candidate> next =
                program.mode() == Mode.BATCH ? Optional.empty() : Candidate.of(compiler, program, problems);
        return new PipelineChange(
                program.pipeline(),
                Kind.NEW,
                Optional.of(program),
                fingerprint,
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Set.of(),
                next,
                next.map(candidate -> candidate.first(0)),
                Optional.empty());
    }

    private PipelineChange started(
            Kind kind,
            PipelineProgram program,
            String fingerprint,
            List<ManagedJob> jobs,
            Optional<Release> before,
            String replaces,
            Optional<SavedState> saved,
            DiagnosticCollector problems) {
        Optional<Candidate> next = Candidate.of(compiler, program, problems);
        Optional<StatePlan> state =
                before.flatMap(release -> next.map(candidate -> candidate.after(release, fingerprint, saved)));
        return new PipelineChange(
                program.pipeline(),
                kind,
                Optional.of(program),
                fingerprint,
                jobs,
                before,
                Optional.of(replaces),
                saved,
                before.map(release -> Difference.between(release, program, jars))
                        .orElse(EnumSet.noneOf(Difference.class)),
                next,
                state,
                Optional.empty());
    }
}
