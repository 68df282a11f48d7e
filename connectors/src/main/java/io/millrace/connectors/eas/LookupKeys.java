package io.millrace.connectors.eas;

import java.io.Serializable;
import java.util.List;
import java.util.Objects;
import org.apache.flink.table.data.GenericRowData;
import org.apache.flink.table.data.RowData;
import org.apache.flink.table.types.logical.LogicalType;

/**
 * What the planner looks up by: request columns, which the row takes over, and response columns that the query compares
 * with something, for which the answer must agree.
 */
final class LookupKeys implements Serializable {

    /**
     * One lookup key.
     *
     * @param position where the column stands in the row
     * @param request whether it is part of the request
     */
    record Key(int position, LogicalType type, boolean request) implements Serializable {}

    private final List<Key> keys;
    private final List<RowData.FieldGetter> values;
    private final List<RowData.FieldGetter> answers;

    LookupKeys(List<Key> keys) {
        this.keys = List.copyOf(keys);
        this.values = java.util.stream.IntStream.range(0, keys.size())
                .mapToObj(at -> RowData.createFieldGetter(keys.get(at).type(), at))
                .toList();
        this.answers = keys.stream()
                .map(key -> RowData.createFieldGetter(key.type().copy(true), key.position()))
                .toList();
    }

    /** Returns a copy of an answer with the request columns filled in. */
    GenericRowData fill(GenericRowData answer, RowData lookup) {
        GenericRowData row = new GenericRowData(answer.getArity());
        for (int at = 0; at < row.getArity(); at++) {
            row.setField(at, answer.getField(at));
        }
        for (int at = 0; at < keys.size(); at++) {
            if (keys.get(at).request()) {
                row.setField(keys.get(at).position(), values.get(at).getFieldOrNull(lookup));
            }
        }
        return row;
    }

    /** Tells whether the response columns among the keys have the values looked for. */
    boolean agree(GenericRowData row, RowData lookup) {
        for (int at = 0; at < keys.size(); at++) {
            if (!keys.get(at).request()) {
                Object wanted = values.get(at).getFieldOrNull(lookup);
                if (wanted == null
                        || !Objects.deepEquals(wanted, answers.get(at).getFieldOrNull(row))) {
                    return false;
                }
            }
        }
        return true;
    }
}
