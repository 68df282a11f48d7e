package io.millrace.launcher.report;

/** Prints the rows of a result as they come. */
public interface ResultPrinter {

    void row(ResultRow row);

    /** Shows what was kept back; called whenever no row follows at once, and at the end. */
    void flush();
}
