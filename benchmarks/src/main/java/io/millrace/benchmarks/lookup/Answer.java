package io.millrace.benchmarks.lookup;

import java.io.Serializable;
import java.math.BigDecimal;
import org.apache.flink.table.data.DecimalData;
import org.apache.flink.table.data.GenericRowData;
import org.apache.flink.table.data.RowData;
import org.apache.flink.table.data.StringData;
import org.apache.flink.table.types.logical.DecimalType;
import org.apache.flink.table.types.logical.LogicalType;

/** Makes the row of a key: the key as it was asked for, and values below 100 that its hash decides. */
final class Answer implements Serializable {

    private static final long serialVersionUID = 1L;

    private final LogicalType[] types;
    private final int[] keys;
    private final RowData.FieldGetter[] getters;

    Answer(LogicalType[] types, int[] keys) {
        this.types = types;
        this.keys = keys;
        getters = new RowData.FieldGetter[keys.length];
        for (int i = 0; i < keys.length; i++) {
            getters[i] = RowData.createFieldGetter(types[keys[i]], i);
        }
    }

    RowData of(RowData asked) {
        GenericRowData row = new GenericRowData(types.length);
        int hash = 1;
        for (int i = 0; i < keys.length; i++) {
            Object key = getters[i].getFieldOrNull(asked);
            row.setField(keys[i], key);
            hash = 31 * hash + (key == null ? 0 : key.hashCode());
        }
        int number = Math.floorMod(hash, 100);
        for (int i = 0; i < types.length; i++) {
            if (row.getField(i) == null) {
                row.setField(i, value(types[i], number));
            }
        }
        return row;
    }

    private static Object value(LogicalType type, int number) {
        return switch (type.getTypeRoot()) {
            case VARCHAR -> StringData.fromString("v" + number);
            case INTEGER -> number;
            case BIGINT -> (long) number;
            case DOUBLE -> number / 100.0;
            case DECIMAL -> {
                DecimalType decimal = (DecimalType) type;
                yield DecimalData.fromBigDecimal(
                        BigDecimal.valueOf(number), decimal.getPrecision(), decimal.getScale());
            }
            default -> throw new IllegalArgumentException("no answers of type " + type);
        };
    }
}
