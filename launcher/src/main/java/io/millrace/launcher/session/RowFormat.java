package io.millrace.launcher.session;

import io.millrace.launcher.report.CsvResult;
import io.millrace.launcher.report.JsonResult;
import java.io.PrintWriter;

/** How a script prints rows. */
public enum RowFormat {
    TABLE,
    CSV,
    JSON;

    RowPrinter printer(PrintWriter out) {
        return switch (this) {
            case TABLE -> new TablePrinter(out);
            case CSV -> new DataPrinter(shape -> new CsvResult(out, shape.columns(), shape.changes()));
            case JSON -> new DataPrinter(shape -> new JsonResult(out, shape.columns(), shape.changes()));
        };
    }
}
