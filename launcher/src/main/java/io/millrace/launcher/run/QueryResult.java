package io.millrace.launcher.run;

import io.millrace.catalog.diagnostic.Diagnostic;
import java.util.Optional;

/**
 * How a query ended.
 *
 * @param rows how many were given to the listener
 * @param failure why its job failed; present exactly where it did
 */
public record QueryResult(long rows, Ending ending, QueryProgress progress, Optional<Diagnostic> failure) {

    /** What brought it to its end. */
    public enum Ending {
        END_OF_INPUT,
        ENOUGH_ROWS,
        TIME_UP,
        STOPPED,
        FAILED
    }
}
