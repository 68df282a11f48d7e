package io.millrace.sandbox.maxcompute;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The one spelling of a partition, {@code name=value,name=value} in the order of the table's columns. */
final class PartitionName {

    private PartitionName() {}

    /**
     * Reads a request's parameter.
     *
     * @param text null or empty for none
     */
    static String of(TableDefinition table, String text) {
        Map<String, String> values = new HashMap<>();
        for (String part : text == null || text.isEmpty() ? new String[0] : text.split("[,/]", -1)) {
            String[] pair = part.split("=", 2);
            if (pair.length != 2) {
                throw wrong(table, text);
            }
            values.put(pair[0].strip(), pair[1].replace("'", "").strip());
        }
        return of(table, values);
    }

    /** Puts values into the order of the columns. */
    static String of(TableDefinition table, Map<String, String> values) {
        List<String> parts = new ArrayList<>();
        for (TableDefinition.Field column : table.partitionColumns()) {
            String value = values.get(column.name());
            if (value == null || value.isEmpty()) {
                throw wrong(table, values.toString());
            }
            parts.add(column.name() + "=" + value);
        }
        if (parts.size() != values.size()) {
            throw wrong(table, values.toString());
        }
        return String.join(",", parts);
    }

    /** The values by column. */
    static Map<String, String> values(String name) {
        Map<String, String> values = new HashMap<>();
        for (String part : name.isEmpty() ? new String[0] : name.split(",", -1)) {
            String[] pair = part.split("=", 2);
            values.put(pair[0], pair[1]);
        }
        return values;
    }

    private static ProtocolException wrong(TableDefinition table, String given) {
        return new ProtocolException(
                400, "InvalidPartitionSpec", "the table " + table.name() + " has no partition " + given);
    }
}
