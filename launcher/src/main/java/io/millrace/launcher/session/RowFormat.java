package io.millrace.launcher.session;

import java.io.PrintWriter;

/** How a script prints rows. */
public enum RowFormat {
    TABLE,
    CSV,
    JSON;

    RowPrinter printer(PrintWriter out) {
        return switch (this) {
            case TABLE -> new TablePrinter(out);
            case CSV -> new CsvPrinter(out);
            case JSON -> new JsonPrinter(out);
        };
    }
}
