package io.millrace.launcher.report;

import java.io.PrintWriter;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A result as CSV (RFC 4180) under a header; NULL is an empty cell, an empty text is a quoted one. Changes have their
 * kind in the first column, {@value #KIND}.
 */
public final class CsvResult implements ResultPrinter {

    static final String KIND = "op";

    private final PrintWriter out;
    private final boolean changes;

    /**
     * Prints the header.
     *
     * @param changes whether the kinds of the rows say something
     */
    public CsvResult(PrintWriter out, List<ResultColumn> columns, boolean changes) {
        this.out = out;
        this.changes = changes;
        line(KIND, columns.stream().map(ResultColumn::name));
    }

    @Override
    public void row(ResultRow row) {
        line(row.kind(), row.cells().stream());
    }

    @Override
    public void flush() {
        out.flush();
    }

    private void line(String kind, Stream<String> cells) {
        out.println(Stream.concat(changes ? Stream.of(kind) : Stream.of(), cells)
                .map(CsvResult::cell)
                .collect(Collectors.joining(",")));
    }

    private static String cell(String text) {
        if (text == null) {
            return "";
        }
        boolean plain = !text.isEmpty() && text.chars().noneMatch(c -> "\",\r\n".indexOf(c) >= 0);
        return plain ? text : "\"" + text.replace("\"", "\"\"") + "\"";
    }
}
