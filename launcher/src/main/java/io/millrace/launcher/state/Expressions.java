package io.millrace.launcher.state;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.IntFunction;

/** Replaces the numbers of input columns in an expression by what these columns are made of. */
final class Expressions {

    private Expressions() {}

    static String resolve(JsonNode expression, Rows input) {
        if (isInput(expression)) {
            return input.columns().get(expression.path("inputIndex").asInt());
        }
        return Digest.of(replaced(expression, input::column));
    }

    private static JsonNode replaced(JsonNode node, IntFunction<String> column) {
        if (isInput(node)) {
            return PlanGraph.MAPPER
                    .getNodeFactory()
                    .textNode(column.apply(node.path("inputIndex").asInt()));
        }
        if (node instanceof ObjectNode object) {
            ObjectNode copy = PlanGraph.MAPPER.createObjectNode();
            object.properties().forEach(field -> copy.set(field.getKey(), replaced(field.getValue(), column)));
            return copy;
        }
        if (node instanceof ArrayNode array) {
            ArrayNode copy = PlanGraph.MAPPER.createArrayNode();
            array.forEach(element -> copy.add(replaced(element, column)));
            return copy;
        }
        return node;
    }

    private static boolean isInput(JsonNode node) {
        return node.path("kind").asText().equals("INPUT_REF");
    }
}
