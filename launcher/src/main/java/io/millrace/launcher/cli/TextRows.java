package io.millrace.launcher.cli;

import io.millrace.launcher.report.ResultColumn;
import io.millrace.launcher.report.ResultPrinter;
import io.millrace.launcher.report.ResultRow;
import io.millrace.launcher.report.StreamedTable;
import java.util.List;
import java.util.stream.Stream;

/** Rows as a table for people; on a terminal long texts are cut. */
final class TextRows implements ResultPrinter {

    private static final int WIDEST_CELL = 40;

    /** A stream that never pauses must be shown all the same. */
    private static final int BATCH = 200;

    private final Console console;
    private final boolean streaming;
    private final StreamedTable table;
    private int unshown;

    TextRows(Console console, List<ResultColumn> columns, boolean streaming) {
        this.console = console;
        this.streaming = streaming;
        this.table = new StreamedTable(
                withKind("op", columns.stream().map(ResultColumn::name)),
                console.terminal() ? WIDEST_CELL : Integer.MAX_VALUE);
    }

    @Override
    public void row(ResultRow row) {
        table.row(withKind(row.kind(), row.cells().stream().map(cell -> cell == null ? "<NULL>" : cell)));
        if (++unshown == BATCH) {
            flush();
        }
    }

    @Override
    public void flush() {
        unshown = 0;
        table.lines().forEach(console.out()::println);
        console.out().flush();
    }

    private List<String> withKind(String kind, Stream<String> cells) {
        return Stream.concat(streaming ? Stream.of(kind) : Stream.of(), cells).toList();
    }
}
