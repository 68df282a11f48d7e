package io.millrace.connectors.eas;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ContainerNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.millrace.connectors.json.JsonEncoder;
import io.millrace.connectors.json.JsonText;
import java.io.Serializable;
import java.util.List;
import org.apache.flink.table.api.ValidationException;
import org.apache.flink.table.data.RowData;
import org.apache.flink.table.types.logical.LogicalType;

/** Makes the body of a request: a template into which each request column is put at its JSON pointer. */
final class RequestBody implements Serializable {

    private static final int LARGEST_INDEX = 1000;

    /**
     * A column of the request.
     *
     * @param path a JSON pointer
     * @param keyPosition where the column stands in the row of lookup keys
     */
    record Column(String name, LogicalType type, String path, int keyPosition) implements Serializable {}

    private final String template;
    private final List<Column> columns;
    // Not serialized: the relocation of Jackson would not reach the text in which Java writes a lambda.
    private transient List<JsonEncoder> encoders;
    private final List<RowData.FieldGetter> getters;

    /** @throws ValidationException when two columns, or a column and the template, want the same place */
    RequestBody(String template, List<Column> columns) {
        this.template = template;
        this.columns = List.copyOf(columns);
        this.getters = columns.stream()
                .map(column -> RowData.createFieldGetter(column.type(), column.keyPosition()))
                .toList();
        ObjectNode trial = root();
        for (Column column : columns) {
            put(trial, column, JsonText.NODES.booleanNode(true));
        }
    }

    /** Tells whether one of the request columns is NULL, for which no model is asked. */
    boolean lacksValues(RowData keys) {
        return getters.stream().anyMatch(getter -> getter.getFieldOrNull(keys) == null);
    }

    /**
     * Returns the body for lookup keys.
     *
     * @throws IllegalArgumentException that names the column whose value has no JSON form
     */
    String of(RowData keys) {
        ObjectNode root = root();
        for (int at = 0; at < columns.size(); at++) {
            try {
                put(
                        root,
                        columns.get(at),
                        encoders().get(at).encode(getters.get(at).getFieldOrNull(keys)));
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException("column '" + columns.get(at).name() + "': " + e.getMessage(), e);
            }
        }
        return JsonText.write(root);
    }

    private List<JsonEncoder> encoders() {
        if (encoders == null) {
            encoders = columns.stream()
                    .map(column -> JsonEncoder.of(column.type()))
                    .toList();
        }
        return encoders;
    }

    private ObjectNode root() {
        return (ObjectNode) JsonText.read(template);
    }

    private static void put(ObjectNode root, Column column, JsonNode value) {
        ContainerNode<?> container = root;
        JsonPointer rest = JsonPointer.compile(column.path());
        while (!rest.tail().matches()) {
            JsonNode next = child(container, rest, column);
            if (next.isMissingNode() || next.isNull()) {
                boolean array = rest.tail().mayMatchElement();
                next = array ? JsonText.NODES.arrayNode() : JsonText.NODES.objectNode();
                set(container, rest, next);
            }
            if (!(next instanceof ContainerNode<?> inner)) {
                throw taken(column);
            }
            container = inner;
            rest = rest.tail();
        }
        JsonNode before = child(container, rest, column);
        if (!before.isMissingNode() && !before.isNull()) {
            throw taken(column);
        }
        set(container, rest, value);
    }

    private static JsonNode child(ContainerNode<?> container, JsonPointer at, Column column) {
        if (container instanceof ArrayNode array) {
            if (!at.mayMatchElement() || at.getMatchingIndex() > LARGEST_INDEX) {
                throw new ValidationException(
                        ("Option 'request.%s.path' of connector 'pai-eas' does not name an element"
                                        + " of an array from 0 to %d")
                                .formatted(column.name(), LARGEST_INDEX));
            }
            return array.path(at.getMatchingIndex());
        }
        return container.path(at.getMatchingProperty());
    }

    private static void set(ContainerNode<?> container, JsonPointer at, JsonNode value) {
        if (container instanceof ArrayNode array) {
            while (array.size() <= at.getMatchingIndex()) {
                array.addNull();
            }
            array.set(at.getMatchingIndex(), value);
        } else {
            ((ObjectNode) container).set(at.getMatchingProperty(), value);
        }
    }

    private static ValidationException taken(Column column) {
        return new ValidationException(("Column '%s' of connector 'pai-eas' would stand at '%s' of the request, where"
                        + " another column or the template has a value. Set 'request.%s.path'")
                .formatted(column.name(), column.path(), column.name()));
    }
}
