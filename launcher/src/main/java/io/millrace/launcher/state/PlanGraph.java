package io.millrace.launcher.state;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The operators of a compiled plan; every operator stands behind its inputs. */
final class PlanGraph {

    static final ObjectMapper MAPPER = new ObjectMapper();

    private final ObjectNode json;
    private final Map<Integer, PlanNode> nodes;

    private PlanGraph(ObjectNode json, Map<Integer, PlanNode> nodes) {
        this.json = json;
        this.nodes = nodes;
    }

    /**
     * Reads a plan.
     *
     * @param text what Flink's CompiledPlan.asJsonString() gave
     * @throws UnreadablePlanException where it is not such a text
     */
    static PlanGraph parse(String text) {
        try {
            if (MAPPER.readTree(text) instanceof ObjectNode json && json.has("nodes") && json.has("edges")) {
                return new PlanGraph(json, sorted(read(json)));
            }
            throw new UnreadablePlanException("it has no nodes and edges", null);
        } catch (JsonProcessingException e) {
            throw new UnreadablePlanException("it is not JSON", e);
        }
    }

    ObjectNode json() {
        return json;
    }

    String flinkVersion() {
        return json.path("flinkVersion").asText();
    }

    List<PlanNode> nodes() {
        return List.copyOf(nodes.values());
    }

    PlanNode node(int id) {
        return nodes.get(id);
    }

    int highestId() {
        return nodes.keySet().stream().mapToInt(Integer::intValue).max().orElse(0);
    }

    private static Map<Integer, PlanNode> read(ObjectNode json) {
        Map<Integer, List<Integer>> inputs = new LinkedHashMap<>();
        for (JsonNode edge : json.path("edges")) {
            inputs.computeIfAbsent(edge.path("target").asInt(), target -> new ArrayList<>())
                    .add(edge.path("source").asInt());
        }
        Map<Integer, PlanNode> nodes = new LinkedHashMap<>();
        for (JsonNode entry : json.path("nodes")) {
            ObjectNode node = (ObjectNode) entry;
            int id = node.path("id").asInt();
            RowType row = RowType.of(node.path("outputType"));
            nodes.put(
                    id,
                    new PlanNode(
                            id,
                            node.path("type").asText(),
                            node,
                            inputs.getOrDefault(id, List.of()),
                            row.names(),
                            row.types()));
        }
        return nodes;
    }

    private static Map<Integer, PlanNode> sorted(Map<Integer, PlanNode> nodes) {
        Set<Integer> order = new LinkedHashSet<>();
        for (PlanNode node : nodes.values()) {
            visit(node, nodes, order);
        }
        Map<Integer, PlanNode> sorted = new LinkedHashMap<>();
        order.forEach(id -> sorted.put(id, nodes.get(id)));
        return sorted;
    }

    private static void visit(PlanNode node, Map<Integer, PlanNode> nodes, Set<Integer> order) {
        if (order.contains(node.id())) {
            return;
        }
        for (int input : node.inputs()) {
            if (!nodes.containsKey(input)) {
                throw new UnreadablePlanException("an edge names the unknown node " + input, null);
            }
            visit(nodes.get(input), nodes, order);
        }
        order.add(node.id());
    }
}
