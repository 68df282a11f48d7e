package io.millrace.launcher.state;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Compares the plan that runs with the one that shall take its place. Whatever is not certainly the same counts as
 * changed or unknown: state that would silently mean something else is worse than state that is given up knowingly.
 */
public final class StateComparison {

    private final PlanGraph graph;
    private final StatefulOperators old;
    private final StatefulOperators fresh;
    private final StateMatching matching;
    private final Map<Integer, Integer> counterparts;
    private final PlanRewriter rewriter;
    private final Set<Integer> unjudged = new HashSet<>();
    private final List<OperatorState> operators = new ArrayList<>();

    private StateComparison(PlanGraph graph, StatefulOperators old, StatefulOperators fresh, int highestId) {
        this.graph = graph;
        this.old = old;
        this.fresh = fresh;
        this.matching = StateMatching.of(old, fresh);
        this.counterparts = Counterparts.of(old, fresh, matching);
        this.rewriter = new PlanRewriter(graph, matching.oldIds(), highestId);
    }

    /**
     * Compares.
     *
     * @param highestId above every id that the pipeline's plans have ever used, as the last rewriting gave it; 0 where
     *     there was none
     * @throws UnreadablePlanException where one of the plans cannot be read
     */
    public static StatePlan compare(DeployablePlan running, DeployablePlan next, int highestId) {
        PlanGraph before = PlanGraph.parse(running.json());
        PlanGraph after = PlanGraph.parse(next.json());
        int highest = Math.max(highestId, before.highestId());
        if (!before.flinkVersion().equals(after.flinkVersion())) {
            String reason = "It was planned by Flink %s and is now by Flink %s."
                    .formatted(before.flinkVersion(), after.flinkVersion());
            return withoutState(after, next, highest, Fate.UNKNOWN, reason);
        }
        return new StateComparison(
                        after, StatefulOperators.of(before, running), StatefulOperators.of(after, next), highest)
                .result();
    }

    /**
     * The plan of a pipeline that does not run yet, or whose state shall be given up.
     *
     * @param highestId as for a comparison
     * @throws UnreadablePlanException where the plan cannot be read
     */
    public static StatePlan first(DeployablePlan next, int highestId) {
        StatePlan plan = withoutState(PlanGraph.parse(next.json()), next, highestId, Fate.STARTS_EMPTY, Reasons.FIRST);
        return new StatePlan(StateVerdict.COMPATIBLE, plan.operators(), plan.json(), plan.highestId());
    }

    private static StatePlan withoutState(
            PlanGraph graph, DeployablePlan plan, int highestId, Fate fate, String reason) {
        PlanRewriter rewriter = new PlanRewriter(graph, Map.of(), highestId);
        StatefulOperators fresh = StatefulOperators.of(graph, plan);
        List<OperatorState> operators = fresh.ids().stream()
                .map(id -> fresh.state(id, fate, reason, OptionalInt.empty(), OptionalInt.of(rewriter.id(id))))
                .toList();
        return new StatePlan(StatePlan.verdict(operators), operators, rewriter.rewrite(graph), rewriter.highestId());
    }

    private StatePlan result() {
        fresh.ids().forEach(this::judge);
        Set<Integer> told = new HashSet<>(counterparts.values());
        told.addAll(matching.matchedOld());
        for (int id : old.ids()) {
            if (!told.contains(id)) {
                operators.add(old.state(id, Fate.DROPPED, Reasons.GONE, OptionalInt.of(id), OptionalInt.empty()));
            }
        }
        return new StatePlan(StatePlan.verdict(operators), operators, rewriter.rewrite(graph), rewriter.highestId());
    }

    private void judge(int id) {
        Integer oldId = matching.oldIds().get(id);
        if (oldId != null) {
            boolean exact = matching.isExact(id);
            add(id, oldId, exact ? Fate.CARRIED : Fate.CARRIED_WITH_OTHER_ROWS, exact ? same(id) : Reasons.OTHER_ROWS);
            return;
        }
        Integer counterpart = counterparts.get(id);
        Optional<String> doubt = doubt(id, counterpart);
        if (doubt.isPresent()) {
            unjudged.add(id);
            add(id, counterpart, Fate.UNKNOWN, doubt.get());
        } else if (counterpart != null) {
            String reason = Reasons.difference(
                    old.signature(counterpart), fresh.signature(id), matching.hasInputsOf(id, counterpart));
            add(id, counterpart, Fate.REFUSED, reason);
        } else {
            add(id, null, Fate.STARTS_EMPTY, isBelowOldSource(id) ? Reasons.NEW_BELOW_OLD : Reasons.NEW);
        }
    }

    private Optional<String> doubt(int id, Integer counterpart) {
        Signature signature = fresh.signature(id);
        if (matching.isAmbiguous(id)) {
            return Optional.of(Reasons.AMBIGUOUS);
        }
        if (counterpart == null && fresh.node(id).kind() != NodeKind.SOURCE) {
            return Optional.empty();
        }
        if (signature.ancestors().stream().anyMatch(unjudged::contains)) {
            return Optional.of(Reasons.UNJUDGED_INPUT);
        }
        return signature
                .doubt()
                .or(() -> Optional.ofNullable(counterpart)
                        .flatMap(oldId -> old.signature(oldId).doubt()))
                .map(Reasons::sentence);
    }

    private boolean isBelowOldSource(int id) {
        return fresh.node(id).kind() != NodeKind.SOURCE
                && fresh.ids().stream()
                        .filter(matching.oldIds()::containsKey)
                        .map(fresh::node)
                        .anyMatch(node -> node.kind() == NodeKind.SOURCE
                                && fresh.sources(id).contains(node.tableName()));
    }

    private String same(int id) {
        return switch (fresh.node(id).kind()) {
            case SOURCE -> Reasons.SOURCE_SAME;
            case SINK -> Reasons.SINK_SAME;
            default -> Reasons.SAME;
        };
    }

    private void add(int id, Integer oldId, Fate fate, String reason) {
        operators.add(fresh.state(
                id,
                fate,
                reason,
                oldId == null ? OptionalInt.empty() : OptionalInt.of(oldId),
                OptionalInt.of(rewriter.id(id))));
    }
}
