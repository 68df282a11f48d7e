package io.millrace.launcher.session;

import java.util.List;
import org.apache.flink.table.data.RowData;

/** Prints the rows of one result after another. */
interface RowPrinter {

    /** Begins a result. */
    void begin(ResultShape shape);

    /** Prints some of its rows, or keeps them until it ends. */
    void rows(List<RowData> rows);

    /** Ends a result, also one that was broken off. */
    void end();
}
