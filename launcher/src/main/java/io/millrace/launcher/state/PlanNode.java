package io.millrace.launcher.state;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * One operator of a compiled plan.
 *
 * @param type Flink's name with its version, such as stream-exec-calc_1
 * @param inputs ids in the order of the edges, which is the order of the operator's inputs
 * @param columns names of the columns that it gives
 * @param types types of those columns, as Flink writes them
 */
record PlanNode(int id, String type, ObjectNode json, List<Integer> inputs, List<String> columns, List<String> types) {

    PlanNode {
        inputs = List.copyOf(inputs);
        columns = List.copyOf(columns);
        types = List.copyOf(types);
    }

    NodeKind kind() {
        return NodeKind.of(this);
    }

    String description() {
        return json.path("description").asText();
    }

    /** The table that a source reads or a sink writes, as Flink writes it: `catalog`.`database`.`table`. */
    String table() {
        JsonNode own = json.has("scanTableSource") ? json.path("scanTableSource") : json.path("dynamicTableSink");
        return own.path("table").path("identifier").asText();
    }

    /** The table's own name, without catalog and database. */
    String tableName() {
        String identifier = table();
        int start = identifier.lastIndexOf("`.`");
        return start < 0 ? identifier.replace("`", "") : identifier.substring(start + 3, identifier.length() - 1);
    }
}
