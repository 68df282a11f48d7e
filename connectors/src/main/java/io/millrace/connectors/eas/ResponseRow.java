package io.millrace.connectors.eas;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import io.millrace.connectors.json.JsonDecoder;
import io.millrace.connectors.json.JsonText;
import java.io.Serializable;
import java.util.List;
import org.apache.flink.table.data.GenericRowData;
import org.apache.flink.table.types.logical.LogicalType;

/** Reads an answer into the response columns of a row; the other columns stay NULL. */
final class ResponseRow implements Serializable {

    /**
     * A column of the response.
     *
     * @param path a JSON pointer
     * @param position where the column stands in the row
     */
    record Column(String name, LogicalType type, String path, int position) implements Serializable {}

    private final int arity;
    private final List<Column> columns;
    // Not serialized: the relocation of Jackson would not reach the text in which Java writes a lambda.
    private transient volatile List<JsonDecoder> decoders;

    /** @param arity the number of columns of the whole row */
    ResponseRow(int arity, List<Column> columns) {
        this.arity = arity;
        this.columns = List.copyOf(columns);
    }

    /**
     * Returns the row of an answer.
     *
     * @throws IllegalArgumentException that tells what does not fit, without values
     */
    GenericRowData of(String answer) {
        JsonNode root = JsonText.read(answer);
        GenericRowData row = empty();
        for (int at = 0; at < columns.size(); at++) {
            Column column = columns.get(at);
            try {
                row.setField(column.position(), decoders().get(at).decode(root.at(JsonPointer.compile(column.path()))));
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException(
                        "column '" + column.name() + "' at '" + column.path() + "': " + e.getMessage(), e);
            }
        }
        return row;
    }

    private List<JsonDecoder> decoders() {
        if (decoders == null) {
            decoders = columns.stream()
                    .map(column -> JsonDecoder.of(column.type()))
                    .toList();
        }
        return decoders;
    }

    /** Returns the row of no answer. */
    GenericRowData empty() {
        return new GenericRowData(arity);
    }
}
