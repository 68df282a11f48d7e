package io.millrace.launcher.session;

import java.io.PrintWriter;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.flink.table.data.RowData;

/** Prints a result as comma-separated values after RFC 4180 with a header; NULL is nothing, an empty text is quoted. */
final class CsvPrinter implements RowPrinter {

    private final PrintWriter out;
    private ResultShape shape;

    CsvPrinter(PrintWriter out) {
        this.out = out;
    }

    @Override
    public void begin(ResultShape begun) {
        shape = begun;
        line(shape.names());
        out.flush();
    }

    @Override
    public void rows(List<RowData> rows) {
        rows.forEach(row -> line(Arrays.asList(shape.cells(row))));
        out.flush();
    }

    @Override
    public void end() {
        out.flush();
    }

    private void line(List<String> cells) {
        out.println(cells.stream().map(CsvPrinter::cell).collect(Collectors.joining(",")));
    }

    private static String cell(String text) {
        if (text == null) {
            return "";
        }
        boolean quoted = text.isEmpty() || text.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return quoted ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }
}
