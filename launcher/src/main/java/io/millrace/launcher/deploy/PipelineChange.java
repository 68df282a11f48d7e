package io.millrace.launcher.deploy;

import io.millrace.catalog.descriptor.Mode;
import io.millrace.catalog.program.PipelineProgram;
import io.millrace.launcher.cluster.ManagedJob;
import io.millrace.launcher.cluster.SavedState;
import io.millrace.launcher.release.Release;
import io.millrace.launcher.state.StatePlan;
import io.millrace.launcher.state.StateVerdict;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What is to be done about one pipeline.
 *
 * @param wanted what the catalog has; empty where it has nothing, or nothing can be done
 * @param jobs those of the cluster that are the pipeline's and not over
 * @param predecessor what goes on
 * @param next the program with a plan; empty where nothing is to be started, and for batch programs
 * @param state what becomes of the state; empty where there is none, or nothing can be said
 * @param obstacle why nothing can be done about it; empty where something can
 */
public record PipelineChange(
        String pipeline,
        Kind kind,
        Optional<Wanted> wanted,
        List<ManagedJob> jobs,
        Predecessor predecessor,
        Optional<Candidate> next,
        Optional<StatePlan> state,
        Optional<String> obstacle) {

    /** A program as the catalog has it, and what tells it from others. */
    public record Wanted(PipelineProgram program, String fingerprint) {}

    /**
     * What ran, or has run.
     *
     * @param release whose state goes on; empty where there is none, or the release store does not have it
     * @param jobId of its job, which is replaced or followed; empty where there is none
     * @param saved where the state lies of a job that is over; for one that runs, its newest checkpoint
     * @param differences of what is wanted from that release
     */
    public record Predecessor(
            Optional<Release> release,
            Optional<String> jobId,
            Optional<SavedState> saved,
            Set<Difference> differences) {

        static final Predecessor NONE = new Predecessor(Optional.empty(), Optional.empty(), Optional.empty(), Set.of());
    }

    /** What it is. */
    public enum Kind {
        /** It never ran here. */
        NEW,
        /** It runs as the catalog has it; a batch job has run so. */
        UNCHANGED,
        /** It runs otherwise. */
        CHANGED,
        /** It ran, and does not now. */
        STOPPED,
        /** It runs as the catalog has it, but whoever started it was interrupted before that was seen. */
        UNFINISHED,
        /** It runs, and the catalog does not have it any more. */
        GONE,
        /** A job that Millrace did not start. */
        UNMANAGED
    }

    /** A job about which nothing is to be done, or a pipeline about which nothing can be. */
    static PipelineChange without(String pipeline, Kind kind, List<ManagedJob> jobs, Optional<String> obstacle) {
        return new PipelineChange(
                pipeline, kind, Optional.empty(), jobs, Predecessor.NONE, Optional.empty(), Optional.empty(), obstacle);
    }

    /** One for which nothing has to be compiled. */
    static PipelineChange of(Kind kind, Wanted wanted, List<ManagedJob> jobs, Predecessor predecessor) {
        return of(kind, wanted, jobs, predecessor, Optional.empty(), Optional.empty());
    }

    static PipelineChange of(
            Kind kind,
            Wanted wanted,
            List<ManagedJob> jobs,
            Predecessor predecessor,
            Optional<Candidate> next,
            Optional<StatePlan> state) {
        return new PipelineChange(
                wanted.program().pipeline(),
                kind,
                Optional.of(wanted),
                jobs,
                predecessor,
                next,
                state,
                Optional.empty());
    }

    /** As the catalog has it; empty where it has none. */
    public Optional<PipelineProgram> program() {
        return wanted.map(Wanted::program);
    }

    /** Whether what is wanted is the very release that ran. */
    boolean isAgain() {
        return before().filter(this::isWanted).isPresent();
    }

    /** Whether a release is what is wanted. */
    boolean isWanted(Release release) {
        return wanted.filter(program -> program.fingerprint().equals(release.fingerprint()))
                .isPresent();
    }

    /** The release whose state goes on; empty where there is none, or the release store does not have it. */
    public Optional<Release> before() {
        return predecessor.release();
    }

    /** The job of that release; empty where there is none. */
    Optional<String> replaces() {
        return predecessor.jobId();
    }

    /** Where the state lies of a job that is over; for one that runs, its newest checkpoint. */
    public Optional<SavedState> saved() {
        return predecessor.saved();
    }

    /** From that release. */
    public Set<Difference> differences() {
        return predecessor.differences();
    }

    /** Whether something is to be started. */
    public boolean isAction() {
        return kind != Kind.UNCHANGED && kind != Kind.GONE && kind != Kind.UNMANAGED;
    }

    public boolean isBatch() {
        return program().filter(known -> known.mode() == Mode.BATCH).isPresent();
    }

    /** Whether a job is replaced or followed whose state has a value. */
    public boolean hasState() {
        return replaces().isPresent() && !isBatch();
    }

    /** Whether all of that state goes on. */
    public boolean keepsState() {
        return !hasState()
                || (state.filter(plan -> plan.verdict() == StateVerdict.COMPATIBLE)
                                .isPresent()
                        && isRestorable());
    }

    /** Whether any of the state can go on. */
    public boolean isRestorable() {
        return state.isPresent() && (saved().isPresent() || !jobs.isEmpty());
    }

    /** The verdict in a word, as reports show it; empty where there is no state. */
    public Optional<StateVerdict> verdict() {
        if (!hasState()) {
            return Optional.empty();
        }
        return Optional.of(state.map(StatePlan::verdict).orElse(StateVerdict.UNKNOWN));
    }
}
