package io.millrace.connectors.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.table.data.GenericArrayData;
import org.apache.flink.table.data.GenericMapData;
import org.apache.flink.table.data.GenericRowData;
import org.apache.flink.table.types.logical.ArrayType;
import org.apache.flink.table.types.logical.LogicalType;
import org.apache.flink.table.types.logical.MapType;
import org.apache.flink.table.types.logical.RowType;

/** Turns JSON into Flink's internal values; the scalar types are those of {@link JsonScalars}. */
@FunctionalInterface
public interface JsonDecoder {

    /**
     * Returns the value of a node; null for JSON null and for what is missing.
     *
     * @throws IllegalArgumentException when the node does not fit the type; the message shows no value
     */
    Object decode(JsonNode node);

    /** Returns the decoder of a type that {@link JsonColumnTypes} accepts. */
    static JsonDecoder of(LogicalType type) {
        JsonDecoder notNull = ofNotNull(type);
        boolean nullable = type.isNullable();
        return node -> {
            if (!node.isNull() && !node.isMissingNode()) {
                return notNull.decode(node);
            }
            if (nullable) {
                return null;
            }
            throw new IllegalArgumentException((node.isNull() ? "it is null" : "it is missing") + ", but NOT NULL");
        };
    }

    private static JsonDecoder ofNotNull(LogicalType type) {
        return switch (type.getTypeRoot()) {
            case ARRAY -> array(((ArrayType) type).getElementType());
            case MAP -> map((MapType) type);
            case ROW -> row((RowType) type);
            default -> JsonScalars.decoder(type);
        };
    }

    private static JsonDecoder array(LogicalType type) {
        JsonDecoder element = of(type);
        return node -> {
            require(node.isArray(), "an array");
            Object[] values = new Object[node.size()];
            for (int at = 0; at < values.length; at++) {
                values[at] = element.decode(node.get(at));
            }
            return new GenericArrayData(values);
        };
    }

    private static JsonDecoder map(MapType type) {
        JsonDecoder key = of(type.getKeyType());
        JsonDecoder element = of(type.getValueType());
        return node -> {
            require(node.isObject(), "an object");
            Map<Object, Object> values = new LinkedHashMap<>();
            for (Map.Entry<String, JsonNode> field : node.properties()) {
                values.put(key.decode(JsonText.NODES.textNode(field.getKey())), element.decode(field.getValue()));
            }
            return new GenericMapData(values);
        };
    }

    private static JsonDecoder row(RowType type) {
        List<String> names = List.copyOf(type.getFieldNames());
        JsonDecoder[] decoders =
                type.getChildren().stream().map(JsonDecoder::of).toArray(JsonDecoder[]::new);
        return node -> {
            require(node.isObject(), "an object");
            GenericRowData row = new GenericRowData(decoders.length);
            for (int at = 0; at < decoders.length; at++) {
                row.setField(at, decoders[at].decode(node.path(names.get(at))));
            }
            return row;
        };
    }

    private static void require(boolean fits, String what) {
        if (!fits) {
            throw new IllegalArgumentException("it is not " + what);
        }
    }
}
