package io.millrace.connectors.maxcompute;

import java.util.ArrayList;
import java.util.List;
import org.apache.flink.table.data.RowData;
import org.apache.flink.table.types.logical.LogicalType;
import org.apache.flink.types.RowKind;

/** Turns the rows of the Flink table into those of the remote one, which it was compared with. */
final class RowMapping {

    private final int width;
    private final List<Cell> cells;
    private final List<RowData.FieldGetter> keys;
    private final PartitionMapping partition;

    /** One column that is sent. */
    private record Cell(int position, RowData.FieldGetter getter, ValueConverter converter) {}

    private RowMapping(int width, List<Cell> cells, List<RowData.FieldGetter> keys, PartitionMapping partition) {
        this.width = width;
        this.cells = cells;
        this.keys = keys;
        this.partition = partition;
    }

    /**
     * Compares the two tables.
     *
     * @throws PermanentException when they differ in kind, columns, types, key or partition columns
     */
    static RowMapping of(TableLayout layout, RemoteTable table, MaxComputeSettings settings) throws PermanentException {
        TableComparison.check(layout, table);
        PartitionMapping partition = PartitionMapping.of(layout, table, settings);
        List<Cell> cells = new ArrayList<>();
        List<RowData.FieldGetter> keys = new ArrayList<>();
        for (int i = 0; i < layout.columns().size(); i++) {
            String column = layout.columns().get(i);
            if (layout.partitionColumns().contains(column)) {
                continue;
            }
            LogicalType type = layout.types().get(i);
            RowData.FieldGetter getter = RowData.createFieldGetter(type, i);
            int position = table.position(column);
            cells.add(new Cell(
                    position,
                    getter,
                    ValueConverters.of(
                            column, type, table.columns().get(position).getTypeInfo())));
            if (layout.primaryKey().contains(column)) {
                keys.add(getter);
            }
        }
        return new RowMapping(table.columns().size(), cells, keys, partition);
    }

    /** Maps a row; nothing of it is kept, since Flink may use the object again. */
    TableRow map(RowData row) throws PermanentException {
        Object[] values = new Object[width];
        for (Cell cell : cells) {
            Object value = cell.getter().getFieldOrNull(row);
            values[cell.position()] = value == null ? null : cell.converter().convert(value);
        }
        List<String> key = new ArrayList<>(keys.size());
        for (RowData.FieldGetter getter : keys) {
            key.add(String.valueOf(getter.getFieldOrNull(row)));
        }
        boolean delete = row.getRowKind() == RowKind.DELETE;
        return new TableRow(partition.of(row), values, key, delete, RowSize.of(values));
    }
}
