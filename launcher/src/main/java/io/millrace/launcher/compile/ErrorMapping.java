package io.millrace.launcher.compile;

import io.millrace.catalog.diagnostic.Diagnostic;
import java.util.List;
import java.util.Optional;

/** Recognises one kind of Flink's errors and says it in terms of the user's file. */
@FunctionalInterface
interface ErrorMapping {

    /**
     * The diagnostics of a failure; empty where it is of another kind. An empty list means that it follows from a
     * problem that was reported before.
     */
    Optional<List<Diagnostic>> map(FlinkFailure failure, KnownObjects known);
}
