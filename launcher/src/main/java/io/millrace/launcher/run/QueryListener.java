package io.millrace.launcher.run;

import io.millrace.launcher.report.ResultRow;

/** Is told how a query goes, always on the thread that runs it. */
public interface QueryListener {

    /** The next row. */
    void row(ResultRow row);

    /** For the moment there are no more rows; called often. */
    default void pause() {}

    /** Whether nobody wants any more rows. */
    default boolean isClosed() {
        return false;
    }

    /** There have been no rows for some seconds; called in growing intervals. */
    default void waiting(QueryProgress progress) {}
}
