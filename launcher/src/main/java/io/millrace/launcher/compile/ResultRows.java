package io.millrace.launcher.compile;

import io.millrace.launcher.report.ResultColumn;
import io.millrace.launcher.report.ResultRow;
import java.util.Arrays;
import java.util.List;
import org.apache.flink.table.catalog.Column;
import org.apache.flink.table.catalog.ResolvedSchema;
import org.apache.flink.table.data.RowData;
import org.apache.flink.table.types.logical.LogicalType;
import org.apache.flink.table.types.logical.LogicalTypeFamily;
import org.apache.flink.table.types.logical.LogicalTypeRoot;
import org.apache.flink.table.utils.print.RowDataToStringConverter;

/** Flink's columns and rows as they are printed. */
public final class ResultRows {

    private ResultRows() {}

    public static List<ResultColumn> columns(ResolvedSchema schema) {
        return schema.getColumns().stream().map(ResultRows::column).toList();
    }

    /** A row whose cells have the texts that Flink prints, null for NULL. */
    public static ResultRow row(RowData row, RowDataToStringConverter converter) {
        String[] cells = converter.convert(row);
        for (int i = 0; i < cells.length; i++) {
            cells[i] = row.isNullAt(i) ? null : cells[i];
        }
        return new ResultRow(row.getRowKind().shortString(), Arrays.asList(cells));
    }

    private static ResultColumn column(Column column) {
        LogicalType type = column.getDataType().getLogicalType();
        ResultColumn.Kind kind = type.is(LogicalTypeFamily.NUMERIC)
                ? ResultColumn.Kind.NUMBER
                : type.is(LogicalTypeRoot.BOOLEAN) ? ResultColumn.Kind.BOOLEAN : ResultColumn.Kind.TEXT;
        return new ResultColumn(column.getName(), kind);
    }
}
