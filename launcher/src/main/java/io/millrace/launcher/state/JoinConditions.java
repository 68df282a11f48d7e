package io.millrace.launcher.state;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** Tells what of a join's specification its state depends on. */
final class JoinConditions {

    static final String FIELD = "joinSpec";

    private JoinConditions() {}

    /**
     * The specification without what only chooses among the rows that an inner join gives; other joins count the partners
     * of a row, which depends on every condition.
     */
    static Optional<String> specificationOfInnerJoin(PlanNode node) {
        if (!node.type().equals("stream-exec-join_1")
                || !(node.json().path(FIELD) instanceof ObjectNode specification)
                || !specification.path("joinType").asText().equals("INNER")) {
            return Optional.empty();
        }
        ObjectNode kept = specification.deepCopy();
        kept.remove("nonEquiCondition");
        return Optional.of(kept.toString());
    }
}
