package io.millrace.launcher.cli;

import io.millrace.launcher.report.CsvResult;
import io.millrace.launcher.report.JsonResult;
import io.millrace.launcher.report.ResultColumn;
import io.millrace.launcher.report.ResultPrinter;
import java.util.List;

/** How rows are printed. */
enum RowFormat {
    TEXT,
    JSON,
    CSV;

    /** @param changes whether rows carry a kind that says something */
    ResultPrinter printer(List<ResultColumn> columns, boolean changes, Console console) {
        return switch (this) {
            case TEXT -> new TextRows(console, columns, changes);
            case JSON -> new JsonResult(console.out(), columns, changes);
            case CSV -> new CsvResult(console.out(), columns, changes);
        };
    }
}
