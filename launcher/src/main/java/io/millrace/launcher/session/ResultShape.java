package io.millrace.launcher.session;

import io.millrace.launcher.compile.ResultRows;
import io.millrace.launcher.report.ResultColumn;
import java.util.List;
import org.apache.flink.table.catalog.ResolvedSchema;
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

    List<ResultColumn> columns() {
        return ResultRows.columns(schema);
    }
}
