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
import io.millrace.launcher.deploy.PipelineChange.Predecessor;
import io.millrace.launcher.deploy.PipelineChange.Wanted;
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
                others.add(PipelineChange.without(name, kind, List.of(job), Optional.empty()));
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
        Wanted wanted = new Wanted(program, ReleaseText.fingerprint(program, jars));
        Optional<String> obstacle = obstacle(wanted, running);
        if (obstacle.isPresent()) {
            Kind kind = running.stream().allMatch(this::isOurs) ? Kind.CHANGED : Kind.UNMANAGED;
            return PipelineChange.without(pipeline, kind, running, obstacle);
        }
        History history = new History(target.store(), restorePoints, pipeline);
        if (!running.isEmpty()) {
            return runs(running.get(0), wanted)
                    ? same(wanted, running, history)
                    : running(wanted, running.get(0), problems);
        }
        return program.mode() == Mode.BATCH ? batch(wanted, jobs, history, problems) : idle(wanted, history, problems);
    }

    private boolean isOurs(ManagedJob job) {
        return job.belongsTo(target.project(), target.environment());
    }

    private static boolean runs(ManagedJob job, Wanted wanted) {
        return job.parameters().orElseThrow().fingerprint().equals(wanted.fingerprint());
    }

    private Optional<String> obstacle(Wanted wanted, List<ManagedJob> running) {
        if (running.stream().anyMatch(job -> !isOurs(job))) {
            return Optional.of("a job of its name runs that Millrace did not start for this project and environment");
        }
        if (running.size() > 1) {
            return Optional.of("it runs " + running.size() + " times; stop it first");
        }
        boolean other = running.size() == 1 && wanted.program().mode() == Mode.BATCH && !runs(running.get(0), wanted);
        return other
                ? Optional.of("a batch job of another release still runs; wait for it, or stop it")
                : Optional.empty();
    }

    private PipelineChange same(Wanted wanted, List<ManagedJob> running, History history)
            throws ClusterException, ReleaseStoreException, InterruptedException {
        Optional<Start> open = history.unfinished(running.get(0).job().id());
        if (open.isEmpty()) {
            return PipelineChange.of(Kind.UNCHANGED, wanted, running, Predecessor.NONE);
        }
        Optional<Release> before = history.replaced(open.get());
        Optional<SavedState> saved = before.isEmpty()
                ? Optional.empty()
                : restorePoints.newest(open.get().replaces());
        return PipelineChange.of(
                Kind.UNFINISHED, wanted, running, new Predecessor(before, Optional.empty(), saved, Set.of()));
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

    private PipelineChange running(Wanted wanted, ManagedJob job, DiagnosticCollector problems)
            throws ClusterException, ReleaseStoreException, InterruptedException {
        JobParameters parameters = job.parameters().orElseThrow();
        Optional<Release> before = target.store().release(wanted.program().pipeline(), parameters.revision());
        // A release of another store may have the same number.
        Optional<Release> known = before.filter(release -> release.fingerprint().equals(parameters.fingerprint()));
        String id = job.job().id();
        return started(
                Kind.CHANGED,
                wanted,
                List.of(job),
                new Predecessor(known, Optional.of(id), restorePoints.newest(id), differences(known, wanted)),
                problems);
    }

    private PipelineChange idle(Wanted wanted, History history, DiagnosticCollector problems)
            throws ClusterException, ReleaseStoreException, InterruptedException {
        Optional<History.Base> base = history.base();
        if (base.isEmpty()) {
            return fresh(wanted, problems);
        }
        Start start = base.get().start();
        Optional<Release> release = target.store().release(wanted.program().pipeline(), start.revision());
        return started(
                Kind.STOPPED,
                wanted,
                List.of(),
                new Predecessor(release, Optional.of(start.jobId()), base.get().saved(), differences(release, wanted)),
                problems);
    }

    private PipelineChange batch(Wanted wanted, List<ManagedJob> jobs, History history, DiagnosticCollector problems)
            throws ClusterException, ReleaseStoreException, InterruptedException {
        for (ManagedJob job : jobs) {
            // It came to its end while nobody looked any more.
            if (job.job().state().equals("FINISHED")
                    && job.job().name().equals(wanted.program().pipeline())
                    && isOurs(job)
                    && runs(job, wanted)
                    && history.unfinished(job.job().id()).isPresent()) {
                return same(wanted, List.of(job), history);
            }
        }
        Optional<Release> finished = history.finished();
        if (finished.isEmpty()) {
            return fresh(wanted, problems);
        }
        return finished.get().fingerprint().equals(wanted.fingerprint())
                ? PipelineChange.of(Kind.UNCHANGED, wanted, List.of(), Predecessor.NONE)
                : PipelineChange.of(
                        Kind.CHANGED,
                        wanted,
                        List.of(),
                        new Predecessor(finished, Optional.empty(), Optional.empty(), differences(finished, wanted)));
    }

    private PipelineChange fresh(Wanted wanted, DiagnosticCollector problems) {
        Optional<Candidate> next = wanted.program().mode() == Mode.BATCH
                ? Optional.empty()
                : Candidate.of(compiler, wanted.program(), problems);
        return PipelineChange.of(
                Kind.NEW, wanted, List.of(), Predecessor.NONE, next, next.map(candidate -> candidate.first(0)));
    }

    private PipelineChange started(
            Kind kind, Wanted wanted, List<ManagedJob> jobs, Predecessor predecessor, DiagnosticCollector problems) {
        Optional<Candidate> next = Candidate.of(compiler, wanted.program(), problems);
        Optional<StatePlan> state = predecessor
                .release()
                .flatMap(release ->
                        next.map(candidate -> candidate.after(release, wanted.fingerprint(), predecessor.saved())));
        return PipelineChange.of(kind, wanted, jobs, predecessor, next, state);
    }

    private Set<Difference> differences(Optional<Release> before, Wanted wanted) {
        return before.map(release -> Difference.between(release, wanted.program(), jars))
                .orElse(EnumSet.noneOf(Difference.class));
    }
}
