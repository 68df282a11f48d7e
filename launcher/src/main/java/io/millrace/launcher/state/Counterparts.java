package io.millrace.launcher.state;

import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Guesses which operator of the old plan an unmatched one of the new plan was before it was changed. The guess only
 * decides how a loss is told, never what state is carried.
 */
final class Counterparts {

    /** What one kind of statement can become, by other options or columns. */
    private static final List<Set<String>> FAMILIES = List.of(
            Set.of(
                    "group-aggregate",
                    "global-group-aggregate",
                    "incremental-group-aggregate",
                    "python-group-aggregate"),
            Set.of("group-window-aggregate", "global-window-aggregate", "window-aggregate"),
            Set.of("join", "interval-join", "temporal-join", "window-join", "lookup-join"),
            Set.of("rank", "deduplicate", "limit", "sort-limit", "window-rank", "window-deduplicate"));

    private final StatefulOperators old;
    private final StatefulOperators fresh;
    private final Set<Integer> free;
    private final Map<Integer, Integer> found = new HashMap<>();

    private Counterparts(StatefulOperators old, StatefulOperators fresh, StateMatching matching) {
        this.old = old;
        this.fresh = fresh;
        this.free = new HashSet<>(old.ids());
        this.free.removeAll(matching.matchedOld());
    }

    /** Ids of the old plan by those of the new one. */
    static Map<Integer, Integer> of(StatefulOperators old, StatefulOperators fresh, StateMatching matching) {
        Counterparts counterparts = new Counterparts(old, fresh, matching);
        for (int leastLikeness = 3; leastLikeness > 0; leastLikeness--) {
            for (int id : fresh.ids()) {
                if (!matching.oldIds().containsKey(id) && !counterparts.found.containsKey(id)) {
                    counterparts.find(id, leastLikeness);
                }
            }
        }
        return Map.copyOf(counterparts.found);
    }

    private void find(int id, int leastLikeness) {
        for (int candidate : old.ids()) {
            if (free.contains(candidate) && likeness(candidate, id) >= leastLikeness) {
                found.put(id, candidate);
                free.remove(candidate);
                return;
            }
        }
    }

    private int likeness(int oldId, int newId) {
        PlanNode before = old.node(oldId);
        PlanNode after = fresh.node(newId);
        if (before.kind() == NodeKind.SOURCE
                || before.kind() == NodeKind.SINK
                || after.kind() == NodeKind.SOURCE
                || after.kind() == NodeKind.SINK) {
            return before.kind() == after.kind() && before.table().equals(after.table()) ? 3 : 0;
        }
        boolean sameType = before.type().equals(after.type());
        if (!sameType && !family(before).equals(family(after))) {
            return 0;
        }
        if (old.use(oldId).equals(fresh.use(newId))) {
            return sameType ? 3 : 2;
        }
        return Collections.disjoint(old.sinks(oldId), fresh.sinks(newId)) ? 0 : 1;
    }

    private static Set<String> family(PlanNode node) {
        String type = node.type().replaceFirst("^stream-exec-", "").replaceFirst("_\\d+$", "");
        return FAMILIES.stream()
                .filter(family -> family.contains(type))
                .findFirst()
                .orElse(Set.of(type));
    }
}
