package io.millrace.connectors.maxcompute;

import java.io.Serializable;
import java.util.List;
import org.apache.flink.table.api.ValidationException;
import org.apache.flink.table.catalog.Column;
import org.apache.flink.table.catalog.ResolvedSchema;
import org.apache.flink.table.catalog.UniqueConstraint;
import org.apache.flink.table.types.logical.LogicalType;

/**
 * The physical columns of the Flink table, in their order, and the parts that they play.
 *
 * @param partitionColumns columns whose values choose the partition and are not sent
 * @param primaryKey the declared key; empty for an append table
 */
record TableLayout(
        List<String> columns, List<LogicalType> types, List<String> partitionColumns, List<String> primaryKey)
        implements Serializable {

    TableLayout {
        columns = List.copyOf(columns);
        types = List.copyOf(types);
        partitionColumns = List.copyOf(partitionColumns);
        primaryKey = List.copyOf(primaryKey);
    }

    /**
     * Reads a table's definition.
     *
     * @throws ValidationException for types without a counterpart, and for partition columns that cannot be
     */
    static TableLayout of(ResolvedSchema schema, List<String> partitions, PartitionSpecification fixed) {
        List<Column> physical =
                schema.getColumns().stream().filter(Column::isPhysical).toList();
        TableLayout layout = new TableLayout(
                physical.stream().map(Column::getName).toList(),
                physical.stream()
                        .map(column -> column.getDataType().getLogicalType())
                        .toList(),
                partitions,
                schema.getPrimaryKey().map(UniqueConstraint::getColumns).orElse(List.of()));
        layout.check(fixed);
        return layout;
    }

    /** Whether changes go to a Delta table, rather than rows to an append table. */
    boolean isDelta() {
        return !primaryKey.isEmpty();
    }

    /** The type of a column. */
    LogicalType type(String column) {
        return types.get(columns.indexOf(column));
    }

    private void check(PartitionSpecification fixed) {
        for (String column : columns) {
            if (partitionColumns.contains(column)) {
                TypeSupport.checkPartitionColumn(column, type(column));
            } else {
                TypeSupport.check(column, type(column));
            }
            if (fixed.get(column) != null) {
                throw new ValidationException("The column '" + column + "' has its value in the option 'partition'"
                        + " already: remove it from the one or the other.");
            }
        }
        if (columns.size() == partitionColumns.size()) {
            throw new ValidationException("The table has no columns besides those of PARTITIONED BY.");
        }
        if (isDelta()) {
            checkKey();
        }
    }

    private void checkKey() {
        for (String partition : partitionColumns) {
            if (!primaryKey.contains(partition)) {
                throw new ValidationException("The partition column '" + partition
                        + "' must be part of the PRIMARY KEY: a Delta table's keys are unique within a partition, so"
                        + " a row whose partition changed would stay in the old one.");
            }
        }
        for (String column : primaryKey) {
            TypeSupport.checkKeyColumn(column, type(column));
        }
        if (partitionColumns.containsAll(primaryKey)) {
            throw new ValidationException("The PRIMARY KEY needs a column besides those of PARTITIONED BY.");
        }
    }
}
