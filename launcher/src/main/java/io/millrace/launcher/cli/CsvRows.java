package io.millrace.launcher.cli;

import io.millrace.launcher.compile.QueryColumn;
import io.millrace.launcher.compile.QueryRow;
import java.io.PrintWriter;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Rows as CSV (RFC 4180) under a header; NULL is an empty cell, an empty text is a quoted one. */
final class CsvRows implements RowPrinter {

    private final PrintWriter out;
    private final boolean streaming;

    CsvRows(PrintWriter out, List<QueryColumn> columns, boolean streaming) {
        this.out = out;
        this.streaming = streaming;
        line("kind", columns.stream().map(QueryColumn::name));
    }

    @Override
    public void row(QueryRow row) {
        line(row.kind(), row.cells().stream());
    }

    @Override
    public void flush() {
        out.flush();
    }

    private void line(String kind, Stream<String> cells) {
        out.println(Stream.concat(streaming ? Stream.of(kind) : Stream.of(), cells)
                .map(CsvRows::cell)
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
