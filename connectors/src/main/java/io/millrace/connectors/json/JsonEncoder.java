package io.millrace.connectors.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.flink.table.data.ArrayData;
import org.apache.flink.table.data.DecimalData;
import org.apache.flink.table.data.MapData;
import org.apache.flink.table.data.RowData;
import org.apache.flink.table.data.TimestampData;
import org.apache.flink.table.types.logical.ArrayType;
import org.apache.flink.table.types.logical.LogicalType;
import org.apache.flink.table.types.logical.MapType;
import org.apache.flink.table.types.logical.RowType;

/**
 * Turns Flink's internal values into JSON: numbers as numbers, binary as Base64, dates and times in ISO 8601
 * (TIMESTAMP without a zone, TIMESTAMP_LTZ in UTC with {@code Z}), NULL as null.
 */
@FunctionalInterface
public interface JsonEncoder {

    /**
     * Returns the JSON of a value.
     *
     * @param value null gives JSON null
     * @throws IllegalArgumentException for NaN and infinite numbers, which JSON has not
     */
    JsonNode encode(Object value);

    /** Returns the encoder of a type that {@link JsonColumnTypes} accepts. */
    static JsonEncoder of(LogicalType type) {
        JsonEncoder notNull = ofNotNull(type);
        return value -> value == null ? JsonText.NODES.nullNode() : notNull.encode(value);
    }

    private static JsonEncoder ofNotNull(LogicalType type) {
        return switch (type.getTypeRoot()) {
            case CHAR, VARCHAR -> value -> JsonText.NODES.textNode(value.toString());
            case BOOLEAN -> value -> JsonText.NODES.booleanNode((Boolean) value);
            case BINARY, VARBINARY -> value -> JsonText.NODES.binaryNode((byte[]) value);
            case DECIMAL -> value -> JsonText.NODES.numberNode(((DecimalData) value).toBigDecimal());
            case TINYINT, SMALLINT, INTEGER, BIGINT -> value -> JsonText.NODES.numberNode(((Number) value).longValue());
            case FLOAT -> value -> JsonText.NODES.numberNode((Float) finite((Float) value));
            case DOUBLE -> value -> JsonText.NODES.numberNode((Double) finite((Double) value));
            case DATE ->
                value -> JsonText.NODES.textNode(
                        LocalDate.ofEpochDay((Integer) value).toString());
            case TIME_WITHOUT_TIME_ZONE ->
                value -> JsonText.NODES.textNode(LocalTime.ofNanoOfDay(TimeUnit.MILLISECONDS.toNanos((Integer) value))
                        .format(DateTimeFormatter.ISO_LOCAL_TIME));
            case TIMESTAMP_WITHOUT_TIME_ZONE ->
                value -> JsonText.NODES.textNode(
                        ((TimestampData) value).toLocalDateTime().format(DateTimeFormatter.ISO_LOCAL_DATE_TIME));
            case TIMESTAMP_WITH_LOCAL_TIME_ZONE ->
                value -> JsonText.NODES.textNode(
                        ((TimestampData) value).toInstant().toString());
            case ARRAY -> array(((ArrayType) type).getElementType());
            case MAP -> map((MapType) type);
            case ROW -> row((RowType) type);
            default -> throw new IllegalArgumentException("no JSON form of " + type.asSummaryString());
        };
    }

    private static Number finite(Number number) {
        if (!Double.isFinite(number.doubleValue())) {
            throw new IllegalArgumentException("JSON has no NaN and no infinite numbers");
        }
        return number;
    }

    private static JsonEncoder array(LogicalType type) {
        JsonEncoder element = of(type);
        ArrayData.ElementGetter getter = ArrayData.createElementGetter(type);
        return value -> {
            ArrayData elements = (ArrayData) value;
            ArrayNode node = JsonText.NODES.arrayNode(elements.size());
            for (int at = 0; at < elements.size(); at++) {
                node.add(element.encode(getter.getElementOrNull(elements, at)));
            }
            return node;
        };
    }

    private static JsonEncoder map(MapType type) {
        JsonEncoder element = of(type.getValueType());
        ArrayData.ElementGetter keys = ArrayData.createElementGetter(type.getKeyType());
        ArrayData.ElementGetter values = ArrayData.createElementGetter(type.getValueType());
        return value -> {
            MapData map = (MapData) value;
            ObjectNode node = JsonText.NODES.objectNode();
            for (int at = 0; at < map.size(); at++) {
                Object key = keys.getElementOrNull(map.keyArray(), at);
                node.set(String.valueOf(key), element.encode(values.getElementOrNull(map.valueArray(), at)));
            }
            return node;
        };
    }

    private static JsonEncoder row(RowType type) {
        List<RowType.RowField> fields = type.getFields();
        JsonEncoder[] encoders =
                fields.stream().map(field -> of(field.getType())).toArray(JsonEncoder[]::new);
        RowData.FieldGetter[] getters = new RowData.FieldGetter[encoders.length];
        for (int at = 0; at < getters.length; at++) {
            getters[at] = RowData.createFieldGetter(fields.get(at).getType(), at);
        }
        List<String> names = List.copyOf(type.getFieldNames());
        return value -> {
            ObjectNode node = JsonText.NODES.objectNode();
            for (int at = 0; at < getters.length; at++) {
                node.set(names.get(at), encoders[at].encode(getters[at].getFieldOrNull((RowData) value)));
            }
            return node;
        };
    }
}
