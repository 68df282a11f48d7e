package io.millrace.launcher.cli;

import io.millrace.launcher.compile.QueryColumn;
import io.millrace.launcher.compile.QueryRow;
import java.util.List;

/** Prints the rows of a query as they come. */
interface RowPrinter {

    void row(QueryRow row);

    /** Shows what was kept back; called whenever no row follows at once, and at the end. */
    default void flush() {}

    /**
     * The printer of a format.
     *
     * @param streaming whether rows carry a kind that says something
     */
    static RowPrinter of(RowFormat format, List<QueryColumn> columns, boolean streaming, Console console) {
        return switch (format) {
            case TEXT -> new TextRows(console, columns, streaming);
            case JSON -> new JsonRows(console.out(), columns);
            case CSV -> new CsvRows(console.out(), columns, streaming);
        };
    }
}
