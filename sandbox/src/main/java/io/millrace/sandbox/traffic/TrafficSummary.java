package io.millrace.sandbox.traffic;

import java.time.Duration;
import java.util.Locale;

/**
 * What a run has sent.
 *
 * @param took wall time
 * @param stopped whether it was stopped before its end
 * @param obstacle why the late gate is closed, where it is
 */
public record TrafficSummary(TrafficProgress progress, Duration took, boolean stopped, String obstacle) {

    /** Returns the summary for people, one or two lines. */
    public String text() {
        String first = String.format(
                Locale.ROOT,
                "%s after %.1f s: %s",
                stopped ? "stopped" : "done",
                took.toMillis() / 1000.0,
                progress.line());
        return progress.late() > 0 ? first : first + System.lineSeparator() + "no late rows were sent: " + reason();
    }

    private String reason() {
        return progress.fired() == null ? obstacle : "the run ended before one was due";
    }
}
