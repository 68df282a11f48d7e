package io.millrace.sandbox.verify;

import io.millrace.sandbox.state.SandboxException;
import io.millrace.sandbox.story.Department;
import io.millrace.sandbox.story.Stories;
import io.millrace.sandbox.story.Story;
import io.millrace.sandbox.story.StoryLog;
import io.millrace.sandbox.story.StoryResult;
import io.millrace.sandbox.story.Telling;
import io.millrace.sandbox.traffic.SandboxConnections;
import io.millrace.sandbox.traffic.StopSignal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Compares the result tables with what the traffic must lead to, until all are equal or the time is over. */
public final class Verification {
    private static final Duration PAUSE = Duration.ofMillis(500);

    private final SandboxConnections servers;
    private final Set<String> names;
    private final boolean withOrders;
    private final Map<String, StoryTable> stories;

    /**
     * Prepares a comparison.
     *
     * @param log the stories that were told
     * @param department whose stories; all where it is absent. Orders belong to data
     * @param names the tables to compare; none means all that there was traffic for
     * @throws SandboxException when there is no table of such a name, or a story was cut short
     */
    public Verification(SandboxConnections servers, StoryLog log, Optional<Department> department, Set<String> names) {
        this.servers = servers;
        this.names = names;
        withOrders = department.isEmpty() || department.get() == Department.DATA;
        stories = tables(log, department.map(Stories::of).orElseGet(Stories::all));
        Set<String> known = new LinkedHashSet<>(withOrders ? OrderTables.names() : Set.of());
        known.addAll(stories.keySet());
        for (String name : names) {
            if (!known.contains(name)) {
                throw SandboxException.usage("there is no table " + name + ": choose from " + String.join(", ", known));
            }
        }
        if (!names.isEmpty()) {
            stories.keySet().retainAll(names);
        }
    }

    /**
     * Compares, again and again for {@code wait}, and returns the last verdict.
     *
     * @throws SandboxException when a server is absent or does not answer, or there was no traffic yet
     */
    public Verdict run(Duration wait, StopSignal stop) {
        if (!withOrders && stories.isEmpty()) {
            throw SandboxException.usage(
                    "no story of this department was told in this sandbox yet: run `sandbox stories` first");
        }
        long deadline = System.nanoTime() + wait.toNanos();
        TallyReader tally = new TallyReader(servers);
        PlaceReader places = new PlaceReader(servers);
        try (OrderTables orders = new OrderTables(servers, tally, orderNames(tally))) {
            while (true) {
                Verdict verdict = compare(orders, places);
                if (verdict.isEqual() || System.nanoTime() - deadline >= 0 || stop.await(PAUSE)) {
                    return verdict;
                }
            }
        }
    }

    /** Where stories alone were told, there is nothing to say about orders. */
    private Set<String> orderNames(TallyReader tally) {
        if (!withOrders || !names.isEmpty()) {
            return names;
        }
        return stories.isEmpty() || tally.isKept() ? OrderTables.names() : Set.of();
    }

    private Verdict compare(OrderTables orders, PlaceReader places) {
        List<Comparison> comparisons = new ArrayList<>(orders.compare());
        stories.values().forEach(table -> comparisons.add(table.compare(places)));
        return new Verdict(comparisons);
    }

    private static Map<String, StoryTable> tables(StoryLog log, List<Story> stories) {
        Map<String, StoryTable> tables = new LinkedHashMap<>();
        for (Story story : stories) {
            for (Telling telling : log.tellings(story)) {
                add(tables, story.tell(telling).results());
            }
        }
        return tables;
    }

    private static void add(Map<String, StoryTable> tables, Collection<StoryResult> results) {
        results.forEach(result -> tables.computeIfAbsent(result.table(), name -> new StoryTable(result))
                .add(result));
    }
}
