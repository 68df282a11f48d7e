package io.millrace.launcher.session;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.table.data.RowData;
import org.apache.flink.table.utils.print.PrintStyle;
import org.apache.flink.table.utils.print.TableauStyle;

/** Prints a result as the SQL Client's tableau: changes as they come, other rows once all are there. */
final class TablePrinter implements RowPrinter {

    private final PrintWriter out;
    private final List<String[]> kept = new ArrayList<>();
    private ResultShape shape;
    private TableauStyle style;
    private long count;

    TablePrinter(PrintWriter out) {
        this.out = out;
    }

    @Override
    public void begin(ResultShape begun) {
        shape = begun;
        count = 0;
        kept.clear();
        if (shape.changes()) {
            style = PrintStyle.tableauWithTypeInferredColumnWidths(
                    shape.schema(), shape.converter(), shape.widest(), false, true);
            header();
        } else {
            style = PrintStyle.tableauWithDataInferredColumnWidths(
                    shape.schema(), shape.converter(), shape.widest(), !shape.query(), false);
        }
    }

    @Override
    public void rows(List<RowData> rows) {
        count += rows.size();
        for (RowData row : rows) {
            String[] cells = style.rowFieldsToString(row);
            if (shape.changes()) {
                style.printTableauRow(cells, out);
            } else {
                kept.add(cells);
            }
        }
        out.flush();
    }

    @Override
    public void end() {
        if (!shape.changes() && count > 0) {
            style.inferColumnWidth(kept);
            header();
            kept.forEach(cells -> style.printTableauRow(cells, out));
        }
        if (count > 0) {
            style.printBorderLine(out);
        }
        out.println(
                count == 0 && !shape.changes()
                        ? "Empty set"
                        : (shape.changes() ? "Received a total of " : "")
                                + count
                                + (count == 1 ? " row" : " rows")
                                + (shape.changes() ? "" : " in set"));
        out.flush();
    }

    private void header() {
        style.printBorderLine(out);
        style.printColumnNamesTableauRow(out);
        style.printBorderLine(out);
        out.flush();
    }
}
