package io.millrace.launcher.compile;

import java.util.List;
import java.util.Optional;
import org.apache.flink.table.catalog.Column;

/**
 * What an INSERT's query gives beside what its sink takes, column by column.
 *
 * @param insert the statement
 * @param given the query's columns
 * @param taken the columns that they go to: those that the statement lists, else all that the table stores
 */
record InsertColumns(ParsedInsert insert, List<Column> given, List<Column> taken) {

    /** Empty where the statement, its query or its table is not understood. */
    static Optional<InsertColumns> of(FlinkFailure failure, KnownObjects known) {
        return ParsedInsert.of(failure.sql())
                .map(insert -> new InsertColumns(
                        insert, known.names().queryColumns(insert.query()), taken(insert, known.names())))
                .filter(columns -> !columns.given.isEmpty() && !columns.taken.isEmpty());
    }

    /** A type as users write it, without what only the planner knows of it. */
    static String type(Column column) {
        return column.getDataType()
                .getLogicalType()
                .asSummaryString()
                .replace(" *ROWTIME*", "")
                .replace(" *PROCTIME*", "")
                .replaceFirst(" NOT NULL$", "");
    }

    private static List<Column> taken(ParsedInsert insert, SessionNames names) {
        List<Column> stored = names.columns(insert.table()).stream()
                .filter(Column::isPersisted)
                .toList();
        List<String> listed = insert.listedColumns();
        return listed.isEmpty()
                ? stored
                : listed.stream()
                        .flatMap(name -> stored.stream()
                                .filter(column -> column.getName().equals(name)))
                        .toList();
    }
}
