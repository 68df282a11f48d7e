package io.millrace.launcher.deploy;

import io.millrace.launcher.cluster.ClusterException;
import io.millrace.launcher.cluster.RestorePoints;
import io.millrace.launcher.cluster.SavedState;
import io.millrace.launcher.release.Release;
import io.millrace.launcher.release.ReleaseStore;
import io.millrace.launcher.release.ReleaseStoreException;
import io.millrace.launcher.release.Start;
import io.millrace.launcher.release.StartResult;
import io.millrace.launcher.release.StartResult.Result;
import java.util.List;
import java.util.Optional;

/** What became of a pipeline's earlier starts. */
final class History {

    private final ReleaseStore store;
    private final RestorePoints restorePoints;
    private final String pipeline;

    History(ReleaseStore store, RestorePoints restorePoints, String pipeline) {
        this.store = store;
        this.restorePoints = restorePoints;
        this.pipeline = pipeline;
    }

    /**
     * The start whose state is the newest.
     *
     * @param saved empty where it must have state, and that is not to be found
     */
    record Base(Start start, Optional<SavedState> saved) {}

    /** Empty where no start left any state. */
    Optional<Base> base() throws ClusterException, ReleaseStoreException, InterruptedException {
        List<Start> starts = store.starts(pipeline);
        for (Start start : starts) {
            Optional<SavedState> saved = restorePoints.newest(start.jobId());
            if (saved.isPresent()) {
                return Optional.of(new Base(start, saved));
            }
        }
        List<StartResult> results = store.results(pipeline);
        boolean visible = restorePoints.areVisible();
        return starts.stream()
                .filter(start -> mayHaveState(start, results, visible))
                .findFirst()
                .map(start -> new Base(start, Optional.empty()));
    }

    /** The start of a job, where nothing is known of what became of it. */
    Optional<Start> unfinished(String jobId) throws ReleaseStoreException {
        Optional<Start> start = store.starts(pipeline).stream()
                .filter(known -> known.jobId().equals(jobId))
                .findFirst();
        return start.isEmpty() || result(start.get(), store.results(pipeline)).isPresent() ? Optional.empty() : start;
    }

    /** The release whose state a start went on from; empty where there was none. */
    Optional<Release> replaced(Start start) throws ReleaseStoreException {
        for (Start other : store.starts(pipeline)) {
            if (other.jobId().equals(start.replaces())) {
                return store.release(pipeline, other.revision());
            }
        }
        return Optional.empty();
    }

    /** The release with which a batch pipeline last came to its end. */
    Optional<Release> finished() throws ReleaseStoreException {
        List<StartResult> results = store.results(pipeline);
        for (Start start : store.starts(pipeline)) {
            if (result(start, results).filter(Result.FINISHED::equals).isPresent()) {
                return store.release(pipeline, start.revision());
            }
        }
        return Optional.empty();
    }

    /** One that is known to have run has; one of which nothing is known may, where nobody can look. */
    private static boolean mayHaveState(Start start, List<StartResult> results, boolean visible) {
        return result(start, results).map(Result.RUNNING::equals).orElse(!visible);
    }

    private static Optional<Result> result(Start start, List<StartResult> results) {
        return results.stream()
                .filter(result -> result.number() == start.number())
                .map(StartResult::result)
                .findFirst();
    }
}
