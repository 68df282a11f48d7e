package io.millrace.sandbox.maxcompute;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Decodes the values of one body, in the forms that JSON has: DECIMAL, dates and timestamps as text, BINARY as Base64,
 * MAP and STRUCT as objects.
 */
final class ValueDecoder {

    private final WireReader in;
    private final RecordChecksum checksum;

    ValueDecoder(WireReader in, RecordChecksum checksum) {
        this.in = in;
        this.checksum = checksum;
    }

    Object decode(ColumnType type) {
        return switch (type.name()) {
            case "BOOLEAN" -> bool();
            case "TINYINT", "SMALLINT", "INT", "BIGINT" -> wholeNumber();
            case "DOUBLE" -> floatingPoint();
            case "FLOAT" -> singlePrecision();
            case "STRING", "VARCHAR", "CHAR", "DECIMAL", "JSON" -> new String(bytes(), StandardCharsets.UTF_8);
            case "BINARY" -> Base64.getEncoder().encodeToString(bytes());
            case "DATE" -> LocalDate.ofEpochDay(number()).toString();
            case "DATETIME" -> Instant.ofEpochMilli(number()).toString();
            case "TIMESTAMP" -> Instant.ofEpochSecond(number(), nanos()).toString();
            case "TIMESTAMP_NTZ" ->
                LocalDateTime.ofEpochSecond(number(), (int) nanos(), ZoneOffset.UTC)
                        .toString();
            case "ARRAY" -> list(type.elements().get(0));
            case "MAP" -> map(type);
            case "STRUCT" -> struct(type);
            default -> throw WireReader.corrupt("the type " + type.text() + " is not supported here");
        };
    }

    private boolean bool() {
        boolean value = in.varint() != 0;
        checksum.update(value);
        return value;
    }

    private long number() {
        long value = in.zigzag();
        checksum.update(value);
        return value;
    }

    private long nanos() {
        int value = (int) in.zigzag();
        checksum.update(value);
        return value;
    }

    private Object wholeNumber() {
        long value = number();
        // As JSON gives it back, so that keys are equal after a restart.
        return value == (int) value ? (Object) (int) value : (Object) value;
    }

    private Object floatingPoint() {
        double value = in.fixed64();
        checksum.update(value);
        return Double.isFinite(value) ? (Object) value : Double.toString(value);
    }

    private Object singlePrecision() {
        float value = in.fixed32();
        checksum.update(value);
        return Float.isFinite(value) ? (Object) Double.valueOf(Float.toString(value)) : Float.toString(value);
    }

    private byte[] bytes() {
        byte[] value = in.lengthDelimited();
        checksum.update(value);
        return value;
    }

    private List<Object> list(ColumnType element) {
        List<Object> values = new ArrayList<>();
        for (long left = in.varint(); left > 0; left--) {
            values.add(orNull(element));
        }
        return values;
    }

    private Map<String, Object> map(ColumnType type) {
        List<Object> keys = list(type.elements().get(0));
        List<Object> values = list(type.elements().get(1));
        if (keys.size() != values.size()) {
            throw WireReader.corrupt("a map has more keys than values, or fewer");
        }
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < keys.size(); i++) {
            map.put(String.valueOf(keys.get(i)), values.get(i));
        }
        return map;
    }

    private Map<String, Object> struct(ColumnType type) {
        Map<String, Object> fields = new LinkedHashMap<>();
        for (int i = 0; i < type.elements().size(); i++) {
            fields.put(type.fieldNames().get(i), orNull(type.elements().get(i)));
        }
        return fields;
    }

    private Object orNull(ColumnType type) {
        return in.varint() != 0 ? null : decode(type);
    }
}
