package io.millrace.connectors.maxcompute;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.table.data.RowData;
import org.apache.flink.table.types.logical.LogicalType;
import org.apache.flink.table.types.logical.LogicalTypeRoot;

/** Tells the partition of a row from its columns and from the static values. */
final class PartitionMapping {

    private final List<String> columns;
    private final List<ValueOf> values;

    /** The text of one partition column of a row. */
    @FunctionalInterface
    private interface ValueOf {
        String get(RowData row) throws PermanentException;
    }

    private PartitionMapping(List<String> columns, List<ValueOf> values) {
        this.columns = columns;
        this.values = values;
    }

    /**
     * Finds a value for each partition column of the remote table.
     *
     * @throws PermanentException when one is without, or one is left over
     */
    static PartitionMapping of(TableLayout layout, RemoteTable table, MaxComputeSettings settings)
            throws PermanentException {
        List<ValueOf> values = new ArrayList<>();
        for (String column : table.partitionColumns()) {
            String fixed = settings.partition().get(column);
            int position = position(layout, column);
            if (fixed != null) {
                values.add(row -> fixed);
            } else if (position >= 0) {
                values.add(fromRow(column, position, layout.types().get(position), settings.defaultPartition()));
            } else {
                throw differ(
                        table,
                        "the Flink table has no value for '" + column
                                + "': add it to PARTITIONED BY, or to the option 'partition'");
            }
        }
        int given =
                settings.partition().values().size() + layout.partitionColumns().size();
        if (given > values.size()) {
            throw differ(table, "the Flink table has " + given);
        }
        return new PartitionMapping(table.partitionColumns(), values);
    }

    /** The partition as {@code name=value,...}; empty for tables without partitions. */
    String of(RowData row) throws PermanentException {
        List<String> texts = new ArrayList<>(values.size());
        for (ValueOf value : values) {
            texts.add(value.get(row));
        }
        return PartitionSpecification.text(columns, texts);
    }

    private static int position(TableLayout layout, String column) {
        for (String candidate : layout.partitionColumns()) {
            if (candidate.equalsIgnoreCase(column)) {
                return layout.columns().indexOf(candidate);
            }
        }
        return -1;
    }

    private static ValueOf fromRow(String column, int position, LogicalType type, String defaultValue) {
        RowData.FieldGetter getter = RowData.createFieldGetter(type, position);
        boolean date = type.getTypeRoot() == LogicalTypeRoot.DATE;
        return row -> {
            Object value = getter.getFieldOrNull(row);
            String text = value == null
                    ? ""
                    : date ? LocalDate.ofEpochDay((int) value).toString() : value.toString();
            if (text.isBlank()) {
                return defaultValue;
            }
            if (!PartitionSpecification.isUsable(text)) {
                throw new PermanentException("the partition column '" + column + "' has the value '" + text
                        + "', which holds one of , / = ' \" or a control character: replace them in the query");
            }
            return text;
        };
    }

    private static PermanentException differ(RemoteTable table, String what) {
        return new PermanentException(
                table.name() + " has the partition columns " + table.partitionColumns() + ", but " + what);
    }
}
