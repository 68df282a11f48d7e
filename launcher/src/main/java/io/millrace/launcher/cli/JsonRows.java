package io.millrace.launcher.cli;

import io.millrace.launcher.compile.QueryColumn;
import io.millrace.launcher.compile.QueryRow;
import io.millrace.launcher.report.JsonText;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Rows as JSON, one object a line: {@code kind}, and under {@code row} the columns. */
final class JsonRows implements RowPrinter {

    private final PrintWriter out;
    private final List<QueryColumn> columns;

    JsonRows(PrintWriter out, List<QueryColumn> columns) {
        this.out = out;
        this.columns = columns;
    }

    @Override
    public void row(QueryRow row) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            values.put(columns.get(i).name(), value(columns.get(i), row.cells().get(i)));
        }
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("kind", row.kind());
        line.put("row", values);
        out.println(JsonText.line(line));
    }

    @Override
    public void flush() {
        out.flush();
    }

    /** NaN and the infinities, which JSON does not have, stay texts. */
    private static Object value(QueryColumn column, String cell) {
        if (cell == null) {
            return null;
        }
        return switch (column.kind()) {
            case BOOLEAN -> Boolean.valueOf(cell);
            case NUMBER -> cell.matches("-?\\d.*") ? new BigDecimal(cell) : cell;
            case TEXT -> cell;
        };
    }
}
