package io.millrace.launcher.state;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Finds for the stateful operators of a new plan those of the old one whose state they can take. An operator is only
 * matched together with all stateful operators that it reads from, so that no source starts anew below kept state.
 */
final class StateMatching {

    private final StatefulOperators old;
    private final StatefulOperators fresh;
    private final Map<Integer, Integer> oldIds = new HashMap<>();
    private final Set<Integer> exact = new HashSet<>();
    private final Set<Integer> ambiguous = new HashSet<>();

    private StateMatching(StatefulOperators old, StatefulOperators fresh) {
        this.old = old;
        this.fresh = fresh;
    }

    static StateMatching of(StatefulOperators old, StatefulOperators fresh) {
        StateMatching matching = new StateMatching(old, fresh);
        matching.pass(Signature::exact);
        matching.exact.addAll(matching.oldIds.keySet());
        matching.pass(Signature::loose);
        return matching;
    }

    /** Ids of the old plan by those of the new one. */
    Map<Integer, Integer> oldIds() {
        return Map.copyOf(oldIds);
    }

    /** Whether a matched operator reads exactly the rows that it read before. */
    boolean isExact(int newId) {
        return exact.contains(newId);
    }

    /** Whether a new operator has several candidates. */
    boolean isAmbiguous(int newId) {
        return ambiguous.contains(newId);
    }

    /** Whether the stateful operators that a new operator reads from are matched with those of an old one, in order. */
    boolean hasInputsOf(int newId, int oldId) {
        List<Integer> ancestors = new ArrayList<>();
        for (int ancestor : fresh.signature(newId).ancestors()) {
            ancestors.add(oldIds.getOrDefault(ancestor, -1));
        }
        return old.signature(oldId).ancestors().equals(ancestors);
    }

    Collection<Integer> matchedOld() {
        return oldIds.values();
    }

    private void pass(Function<Signature, String> digest) {
        for (int id : fresh.ids()) {
            if (!oldIds.containsKey(id) && !fresh.isDoubtful(id)) {
                match(id, digest);
            }
        }
    }

    private void match(int id, Function<Signature, String> digest) {
        List<Integer> rivals = alike(fresh, id, digest);
        List<Integer> candidates = candidates(id, digest);
        if (candidates.isEmpty()) {
            return;
        }
        if (candidates.size() == 1 && rivals.size() == 1) {
            take(id, candidates.get(0));
            return;
        }
        List<Integer> sameUse = candidates.stream()
                .filter(candidate -> old.use(candidate).equals(fresh.use(id)))
                .toList();
        long sameUseRivals = rivals.stream()
                .filter(rival -> fresh.use(rival).equals(fresh.use(id)))
                .count();
        if (sameUse.size() == 1 && sameUseRivals == 1) {
            take(id, sameUse.get(0));
        } else {
            ambiguous.add(id);
        }
    }

    private void take(int id, int oldId) {
        oldIds.put(id, oldId);
        ambiguous.remove(id);
    }

    private List<Integer> alike(StatefulOperators operators, int id, Function<Signature, String> digest) {
        String wanted = digest.apply(fresh.signature(id));
        List<Integer> alike = new ArrayList<>();
        for (int other : operators.ids()) {
            boolean free = operators == fresh ? !oldIds.containsKey(other) : !oldIds.containsValue(other);
            if (free
                    && !operators.isDoubtful(other)
                    && digest.apply(operators.signature(other)).equals(wanted)) {
                alike.add(other);
            }
        }
        return alike;
    }

    private List<Integer> candidates(int id, Function<Signature, String> digest) {
        return alike(old, id, digest).stream()
                .filter(candidate -> hasInputsOf(id, candidate))
                .toList();
    }
}
