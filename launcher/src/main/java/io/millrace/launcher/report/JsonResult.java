package io.millrace.launcher.report;

import java.io.PrintWriter;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A result as one JSON object a line, with the columns as members; what JSON has no type for is a text. Changes have
 * their kind in the first member, {@code op}, or {@code _op} where a column has that name.
 */
public final class JsonResult implements ResultPrinter {

    private final PrintWriter out;
    private final List<ResultColumn> columns;
    private final boolean changes;
    private final String kind;

    /** @param changes whether the kinds of the rows say something */
    public JsonResult(PrintWriter out, List<ResultColumn> columns, boolean changes) {
        this.out = out;
        this.columns = columns;
        this.changes = changes;
        this.kind = columns.stream().anyMatch(column -> column.name().equals(CsvResult.KIND))
                ? "_" + CsvResult.KIND
                : CsvResult.KIND;
    }

    @Override
    public void row(ResultRow row) {
        Map<String, Object> line = new LinkedHashMap<>();
        if (changes) {
            line.put(kind, row.kind());
        }
        for (int i = 0; i < columns.size(); i++) {
            line.put(columns.get(i).name(), value(columns.get(i), row.cells().get(i)));
        }
        out.println(JsonText.line(line));
    }

    @Override
    public void flush() {
        out.flush();
    }

    /** NaN and the infinities, which JSON does not have, stay texts. */
    private static Object value(ResultColumn column, String cell) {
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
