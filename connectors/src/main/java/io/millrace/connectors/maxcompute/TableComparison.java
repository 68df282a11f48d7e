package io.millrace.connectors.maxcompute;

import com.aliyun.odps.Column;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Whether a Flink table is declared as the remote one is. */
final class TableComparison {

    private TableComparison() {}

    /**
     * Compares kind, columns and key.
     *
     * @throws PermanentException naming what differs and what to do
     */
    static void check(TableLayout layout, RemoteTable table) throws PermanentException {
        if (layout.isDelta() && table.primaryKey().isEmpty()) {
            throw new PermanentException(table.name() + " is not a Delta table: remove the PRIMARY KEY to append rows,"
                    + " or create the table with a primary key and \"transactional\"=\"true\"");
        }
        if (!layout.isDelta() && !table.primaryKey().isEmpty()) {
            throw new PermanentException(table.name() + " is a Delta table: declare PRIMARY KEY ("
                    + String.join(", ", table.primaryKey()) + ") NOT ENFORCED");
        }
        for (String column : layout.columns()) {
            if (!layout.partitionColumns().contains(column) && table.position(column) < 0) {
                throw new PermanentException(table.name() + " has no column '" + column + "'; it has "
                        + table.columns().stream().map(Column::getName).collect(Collectors.joining(", ")));
            }
        }
        if (layout.isDelta() && !lowerCase(table.primaryKey()).equals(lowerCase(sentKey(layout)))) {
            throw new PermanentException("the key of " + table.name() + " is (" + String.join(", ", table.primaryKey())
                    + "), that of the Flink table, without columns of PARTITIONED BY, is ("
                    + String.join(", ", sentKey(layout)) + "): declare the same");
        }
    }

    private static List<String> sentKey(TableLayout layout) {
        return layout.primaryKey().stream()
                .filter(column -> !layout.partitionColumns().contains(column))
                .toList();
    }

    private static Set<String> lowerCase(List<String> names) {
        return names.stream().map(name -> name.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
    }
}
