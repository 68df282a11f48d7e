package io.millrace.launcher.cli;

import io.millrace.launcher.report.ResultPrinter;
import io.millrace.launcher.report.ResultRow;
import io.millrace.launcher.run.QueryListener;
import io.millrace.launcher.run.QueryProgress;
import io.millrace.launcher.run.QueryResult;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Prints the rows of a query, and says what it waits for while there are none. */
final class PeekProgress implements QueryListener {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneOffset.UTC);

    private final Console console;
    private final ResultPrinter rows;
    private final boolean eventTime;

    /** @param eventTime whether rows may have to wait for a watermark */
    PeekProgress(Console console, ResultPrinter rows, boolean eventTime) {
        this.console = console;
        this.rows = rows;
        this.eventTime = eventTime;
    }

    @Override
    public void row(ResultRow row) {
        rows.row(row);
    }

    @Override
    public void pause() {
        rows.flush();
    }

    /** As when a pipe was closed behind the first lines. */
    @Override
    public boolean isClosed() {
        return console.out().checkError();
    }

    @Override
    public void waiting(QueryProgress progress) {
        console.err().println("waiting for rows: " + describe(progress));
    }

    /** What was seen, on standard error. */
    void end(QueryResult result, String reason) {
        rows.flush();
        console.err()
                .println(count(result.rows(), "row")
                        + reason
                        + (result.rows() == 0 ? "; " + describe(result.progress()) : ""));
    }

    private String describe(QueryProgress progress) {
        String watermark = progress.watermark()
                .map(time -> "; the watermark is at " + TIME.format(time))
                .orElse(eventTime ? "; no watermark yet, without which event-time windows stay open" : "");
        return count(progress.read(), "record") + " read from the sources" + watermark;
    }

    private static String count(long number, String noun) {
        return String.format(Locale.ROOT, "%,d %s%s", number, noun, number == 1 ? "" : "s");
    }
}
