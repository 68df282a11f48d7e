package io.millrace.launcher.state;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Map;

/**
 * Gives the operators of a plan other ids. Flink finds an operator's state by the id of its node; the order of the edges,
 * which tells the inputs of a join apart, stays.
 */
final class PlanRewriter {

    private final Map<Integer, Integer> ids = new HashMap<>();
    private int highestId;

    /**
     * Chooses the ids.
     *
     * @param carried ids to give, by the plan's own
     * @param highestId no fresh id is at or below it
     */
    PlanRewriter(PlanGraph graph, Map<Integer, Integer> carried, int highestId) {
        this.highestId = highestId;
        for (PlanNode node : graph.nodes()) {
            Integer id = carried.get(node.id());
            ids.put(node.id(), id == null ? ++this.highestId : id);
        }
    }

    int id(int own) {
        return ids.get(own);
    }

    int highestId() {
        return highestId;
    }

    String rewrite(PlanGraph graph) {
        ObjectNode json = graph.json().deepCopy();
        for (JsonNode node : json.path("nodes")) {
            replace((ObjectNode) node, "id");
        }
        for (JsonNode edge : json.path("edges")) {
            replace((ObjectNode) edge, "source");
            replace((ObjectNode) edge, "target");
        }
        return json.toString();
    }

    private void replace(ObjectNode node, String field) {
        node.put(field, id(node.path(field).asInt()));
    }
}
