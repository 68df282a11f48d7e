package io.millrace.connectors.tolerant;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.table.api.DataTypes;
import org.apache.flink.table.data.StringData;
import org.apache.flink.table.types.DataType;

/** What the format tells of a message beside its columns; NULL of a message that was parsed. */
enum FormatMetadata {

    /** Why the message could not be parsed, in one line. */
    PARSE_ERROR("parse-error"),

    /** The message as it came. */
    RAW("raw");

    private final String key;

    FormatMetadata(String key) {
        this.key = key;
    }

    String key() {
        return key;
    }

    DataType type() {
        return switch (this) {
            case PARSE_ERROR -> DataTypes.STRING();
            case RAW -> DataTypes.BYTES();
        };
    }

    /** Returns the value in Flink's internal form, of a message that could not be parsed. */
    Object value(byte[] message, Throwable error) {
        return switch (this) {
            case PARSE_ERROR -> StringData.fromString(ParseError.text(error));
            case RAW -> message;
        };
    }

    static Map<String, DataType> types() {
        Map<String, DataType> types = new LinkedHashMap<>();
        Arrays.stream(values()).forEach(metadata -> types.put(metadata.key, metadata.type()));
        return types;
    }

    static List<FormatMetadata> of(List<String> keys) {
        return keys.stream()
                .map(key -> Arrays.stream(values())
                        .filter(metadata -> metadata.key.equals(key))
                        .findFirst()
                        .orElseThrow())
                .toList();
    }
}
