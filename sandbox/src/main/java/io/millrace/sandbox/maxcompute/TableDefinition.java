package io.millrace.sandbox.maxcompute;

import java.util.List;
import java.util.Map;

/**
 * A table as its CREATE TABLE says.
 *
 * @param columns without those of the partition
 * @param primaryKey empty for an append table, which is what decides whether it is a Delta table
 * @param buckets of a Delta table
 */
record TableDefinition(
        String name, List<Field> columns, List<Field> partitionColumns, List<String> primaryKey, int buckets) {

    TableDefinition {
        columns = List.copyOf(columns);
        partitionColumns = List.copyOf(partitionColumns);
        primaryKey = List.copyOf(primaryKey);
    }

    /** A column; only its type and whether it takes NULL are checked. */
    record Field(String name, ColumnType type, boolean nullable) {}

    boolean isDelta() {
        return !primaryKey.isEmpty();
    }

    /** The positions of the key's columns. */
    List<Integer> keyPositions() {
        List<String> names = columns.stream().map(Field::name).toList();
        return primaryKey.stream().map(names::indexOf).toList();
    }

    /** The schema in the JSON form of the tunnel service and of table descriptions. */
    Map<String, Object> schema() {
        return Map.of(
                "columns", columns.stream().map(TableDefinition::describe).toList(),
                "partitionKeys",
                        partitionColumns.stream().map(TableDefinition::describe).toList());
    }

    private static Map<String, Object> describe(Field field) {
        return Map.of("name", field.name(), "type", field.type().text(), "nullable", field.nullable());
    }
}
