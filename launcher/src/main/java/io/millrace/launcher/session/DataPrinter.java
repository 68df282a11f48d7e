package io.millrace.launcher.session;

import io.millrace.launcher.compile.ResultRows;
import io.millrace.launcher.report.ResultPrinter;
import java.util.List;
import java.util.function.Function;
import org.apache.flink.table.data.RowData;

/** Prints each result anew in a format for other programs. */
final class DataPrinter implements RowPrinter {

    private final Function<ResultShape, ResultPrinter> format;
    private ResultShape shape;
    private ResultPrinter printer;

    DataPrinter(Function<ResultShape, ResultPrinter> format) {
        this.format = format;
    }

    @Override
    public void begin(ResultShape begun) {
        shape = begun;
        printer = format.apply(begun);
        printer.flush();
    }

    @Override
    public void rows(List<RowData> rows) {
        rows.forEach(row -> printer.row(ResultRows.row(row, shape.converter())));
        printer.flush();
    }

    @Override
    public void end() {
        printer.flush();
    }
}
