package io.millrace.launcher.session;

import java.util.List;
import java.util.stream.Stream;
import org.apache.flink.table.catalog.ResolvedSchema;
import org.apache.flink.table.data.RowData;
import org.apache.flink.table.utils.print.RowDataToStringConverter;

/**
 * What the rows of a result look like.
 *
 * @param schema their columns
 * @param converter makes texts of their cells
 * @param query whether they come from a job
 * @param changes whether they are changes, each with its kind
 * @param widest how many characters of a cell a table shows
 */
record ResultShape(
        ResolvedSchema schema, RowDataToStringConverter converter, boolean query, boolean changes, int widest) {

    private static final String KIND = "op";

    /** The names of the columns, the kind of change first where there is one. */
    List<String> names() {
        return changes ? prepend(KIND, schema.getColumnNames()) : schema.getColumnNames();
    }

    /** The texts of a row's cells, null for NULL. */
    String[] cells(RowData row) {
        String[] texts = converter.convert(row);
        int shift = changes ? 1 : 0;
        String[] cells = new String[texts.length + shift];
        if (changes) {
            cells[0] = row.getRowKind().shortString();
        }
        for (int i = 0; i < texts.length; i++) {
            cells[i + shift] = row.isNullAt(i) ? null : texts[i];
        }
        return cells;
    }

    private static List<String> prepend(String first, List<String> others) {
        return Stream.concat(Stream.of(first), others.stream()).toList();
    }
}
