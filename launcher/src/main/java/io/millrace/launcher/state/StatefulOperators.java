package io.millrace.launcher.state;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.SortedSet;
import java.util.TreeSet;

/** The stateful operators of a plan, each behind those that it reads from. */
final class StatefulOperators {

    private static final int LONGEST_DESCRIPTION = 100;

    private final PlanGraph graph;
    private final Map<Integer, Signature> signatures;
    private final Map<Integer, SortedSet<String>> sinks = new HashMap<>();
    private final Map<Integer, SortedSet<String>> sources = new HashMap<>();

    private StatefulOperators(PlanGraph graph, Map<Integer, Signature> signatures) {
        this.graph = graph;
        this.signatures = signatures;
        List<PlanNode> nodes = graph.nodes();
        for (PlanNode node : nodes) {
            if (node.kind() == NodeKind.SOURCE) {
                set(sources, node.id()).add(node.tableName());
            }
            node.inputs().forEach(input -> set(sources, node.id()).addAll(set(sources, input)));
        }
        for (int i = nodes.size() - 1; i >= 0; i--) {
            PlanNode node = nodes.get(i);
            if (node.kind() == NodeKind.SINK) {
                set(sinks, node.id()).add(node.tableName());
            }
            node.inputs().forEach(input -> set(sinks, input).addAll(set(sinks, node.id())));
        }
    }

    static StatefulOperators of(PlanGraph graph, DeployablePlan plan) {
        return new StatefulOperators(graph, Signatures.of(graph, plan));
    }

    List<Integer> ids() {
        return graph.nodes().stream()
                .map(PlanNode::id)
                .filter(signatures::containsKey)
                .toList();
    }

    PlanNode node(int id) {
        return graph.node(id);
    }

    Signature signature(int id) {
        return signatures.get(id);
    }

    boolean isDoubtful(int id) {
        return signatures.get(id).doubt().isPresent();
    }

    /** Names of the tables whose rows reach an operator. */
    SortedSet<String> sources(int id) {
        return set(sources, id);
    }

    /** Names of the tables that an operator's rows reach. */
    SortedSet<String> sinks(int id) {
        return set(sinks, id);
    }

    /** What tells operators with one signature from each other. */
    String use(int id) {
        return sources(id) + " to " + sinks(id);
    }

    /** What becomes of an operator of this plan. */
    OperatorState state(int id, Fate fate, String reason, OptionalInt oldId, OptionalInt newId) {
        // A hint's options may hold secrets.
        String description = node(id).description().replaceFirst(", hints=\\[.*", ")");
        return new OperatorState(
                fate,
                oldId,
                newId,
                description.length() <= LONGEST_DESCRIPTION
                        ? description
                        : description.substring(0, LONGEST_DESCRIPTION - 1) + "…",
                reason,
                List.copyOf(sources(id)),
                List.copyOf(sinks(id)));
    }

    private static SortedSet<String> set(Map<Integer, SortedSet<String>> sets, int id) {
        return sets.computeIfAbsent(id, key -> new TreeSet<>());
    }
}
