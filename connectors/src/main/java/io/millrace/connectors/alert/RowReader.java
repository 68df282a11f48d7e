package io.millrace.connectors.alert;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.millrace.connectors.json.JsonEncoder;
import io.millrace.connectors.json.JsonText;
import java.io.Serializable;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.flink.table.data.RowData;
import org.apache.flink.table.data.TimestampData;
import org.apache.flink.table.types.logical.LogicalType;
import org.apache.flink.table.types.logical.RowType;
import org.apache.flink.types.RowKind;

/** Reads the sink's input into changes of alerts. */
final class RowReader implements Serializable {

    private static final int NONE = -1;

    private final List<String> names;
    private final List<LogicalType> types;
    // Not serialized: the relocation of Jackson would not reach the text in which Java writes a lambda.
    private transient List<JsonEncoder> encoders;
    private final List<RowData.FieldGetter> getters;
    private final List<String> keyColumns;
    private final String statusColumn;
    private final Set<String> recovered;
    private final int timeColumn;

    /**
     * Makes a reader.
     *
     * @param statusColumn null when only deletions are recoveries
     * @param recovered its values that mean recovery, in lower case
     * @param timeColumn null for the machine's clock
     */
    RowReader(RowType type, List<String> keyColumns, String statusColumn, Set<String> recovered, String timeColumn) {
        this.names = List.copyOf(type.getFieldNames());
        this.types = List.copyOf(type.getChildren());
        this.getters = IntStream.range(0, type.getFieldCount())
                .mapToObj(at -> RowData.createFieldGetter(type.getTypeAt(at), at))
                .toList();
        this.keyColumns = List.copyOf(keyColumns);
        this.statusColumn = statusColumn;
        this.recovered = Set.copyOf(recovered);
        this.timeColumn = timeColumn == null ? NONE : type.getFieldIndex(timeColumn);
    }

    /** Tells whether the period is measured by a column. */
    boolean hasEventTime() {
        return timeColumn != NONE;
    }

    /**
     * Reads a row.
     *
     * @param now the time of rows that have none, in ms
     */
    RowChange read(RowData row, long now) {
        ObjectNode json = JsonText.NODES.objectNode();
        for (int at = 0; at < names.size(); at++) {
            json.set(names.get(at), encode(at, getters.get(at).getFieldOrNull(row)));
        }
        ObjectNode key = JsonText.NODES.objectNode();
        keyColumns.forEach(column -> key.set(column, json.get(column)));
        boolean deletion = row.getRowKind() == RowKind.DELETE || row.getRowKind() == RowKind.UPDATE_BEFORE;
        return new RowChange(
                JsonText.write(key), deletion ? null : json, deletion || isRecovered(json), time(row, now));
    }

    private JsonNode encode(int at, Object value) {
        try {
            return encoders().get(at).encode(value);
        } catch (IllegalArgumentException e) {
            // An alert about a number that is none must not be the one that is lost.
            return JsonText.NODES.textNode(String.valueOf(value));
        }
    }

    private List<JsonEncoder> encoders() {
        if (encoders == null) {
            encoders = types.stream().map(JsonEncoder::of).toList();
        }
        return encoders;
    }

    private boolean isRecovered(ObjectNode json) {
        return statusColumn != null
                && recovered.contains(json.path(statusColumn).asText().toLowerCase(Locale.ROOT));
    }

    private long time(RowData row, long now) {
        Object time = timeColumn == NONE ? null : getters.get(timeColumn).getFieldOrNull(row);
        return time == null ? now : ((TimestampData) time).getMillisecond();
    }
}
