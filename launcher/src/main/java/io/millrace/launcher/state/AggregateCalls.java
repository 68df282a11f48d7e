package io.millrace.launcher.state;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the aggregate functions of an operator; their order is the order of their accumulators in the state. */
final class AggregateCalls {

    private AggregateCalls() {}

    /** The calls without the names of their results. */
    static String literal(JsonNode calls) {
        ArrayNode copy = calls.deepCopy();
        copy.forEach(call -> ((ObjectNode) call).remove("name"));
        return copy.toString();
    }

    /** The calls on what their arguments are made of. */
    static String resolved(JsonNode calls, Rows input) {
        List<String> texts = new ArrayList<>();
        for (JsonNode call : calls) {
            ObjectNode copy = ((ObjectNode) call).deepCopy();
            copy.remove("name");
            copy.put("argList", columns(call.path("argList"), input));
            copy.put("filterArg", filter(call.path("filterArg").asInt(-1), input));
            texts.add(copy.toString());
        }
        return texts.toString();
    }

    static String columns(JsonNode indexes, Rows input) {
        List<String> columns = new ArrayList<>();
        indexes.forEach(index -> columns.add(input.column(index.asInt())));
        return columns.toString();
    }

    /** A function that Flink does not bring along shows only its name, not what it keeps. */
    static Optional<String> doubt(JsonNode node) {
        for (JsonNode calls : node.findValues("aggCalls")) {
            for (JsonNode call : calls) {
                if (!call.has("internalName")) {
                    return Optional.of("what the aggregate function " + name(call) + " keeps is not known");
                }
            }
        }
        return Optional.empty();
    }

    private static String filter(int index, Rows input) {
        return index < 0 ? "" : input.column(index);
    }

    private static String name(JsonNode call) {
        for (String field : List.of("catalogName", "systemName", "class")) {
            if (call.has(field)) {
                return call.path(field).asText().replaceAll(".*\\.|`", "");
            }
        }
        return "that it calls";
    }
}
