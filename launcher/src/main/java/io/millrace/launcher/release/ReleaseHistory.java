package io.millrace.launcher.release;

import io.millrace.launcher.release.StartResult.Result;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The releases of one pipeline and what became of them. */
public final class ReleaseHistory {

    private static final int LAST = 2;

    private final ReleaseStore store;
    private final String pipeline;

    public ReleaseHistory(ReleaseStore store, String pipeline) {
        this.store = store;
        this.pipeline = pipeline;
    }

    /**
     * A start of a release.
     *
     * @param result empty where nothing is known of what became of it
     * @param replaced whether a later start ran
     */
    public record Entry(Release release, Start start, Optional<StartResult> result, boolean replaced) {}

    /** All starts whose releases are kept, the newest first. */
    public List<Entry> entries() throws ReleaseStoreException {
        List<Release> releases = store.releases(pipeline);
        List<StartResult> results = store.results(pipeline);
        List<Entry> entries = new ArrayList<>();
        boolean replaced = false;
        for (Start start : store.starts(pipeline)) {
            Optional<StartResult> result = result(start, results);
            for (Release release : releases) {
                if (release.revision() == start.revision()) {
                    entries.add(new Entry(release, start, result, replaced));
                }
            }
            replaced |= result.filter(ReleaseHistory::ran).isPresent();
        }
        return List.copyOf(entries);
    }

    public Optional<Release> release(int revision) throws ReleaseStoreException {
        return store.release(pipeline, revision);
    }

    /** The last release that ran before the one that ran last; empty where there is none. */
    public Optional<Release> previous() throws ReleaseStoreException {
        List<Release> ran = entries().stream()
                .filter(ReleaseHistory::ran)
                .map(Entry::release)
                .toList();
        return ran.stream()
                .filter(release -> release.revision() != ran.get(0).revision())
                .findFirst();
    }

    /**
     * Removes the oldest releases.
     *
     * @param kept how many stay; those of the last two starts always do, and that of the last one that ran, whose state
     *     may be what the next start goes on from
     * @return the revisions that are gone
     */
    public List<Integer> prune(int kept) throws ReleaseStoreException {
        List<Release> releases = store.releases(pipeline);
        List<Entry> entries = entries();
        Set<Integer> needed = Stream.concat(
                        entries.stream().limit(LAST),
                        entries.stream().filter(ReleaseHistory::ran).limit(1))
                .map(entry -> entry.release().revision())
                .collect(Collectors.toSet());
        List<Release> old = releases.stream()
                .skip(kept)
                .filter(release -> !needed.contains(release.revision()))
                .toList();
        for (Release release : old) {
            store.remove(release);
        }
        return old.stream().map(Release::revision).toList();
    }

    private static boolean ran(Entry entry) {
        return entry.result().filter(ReleaseHistory::ran).isPresent();
    }

    private static boolean ran(StartResult result) {
        return result.result() != Result.FAILED;
    }

    private static Optional<StartResult> result(Start start, List<StartResult> results) {
        return results.stream()
                .filter(result -> result.number() == start.number())
                .findFirst();
    }
}
