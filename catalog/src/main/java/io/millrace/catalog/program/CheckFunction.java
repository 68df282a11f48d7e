package io.millrace.catalog.program;

import io.millrace.catalog.descriptor.ExpectationAction;
import java.util.Optional;

/**
 * A function by which a check does more than leave a row out.
 *
 * @param name in SQL
 * @param className in the project's jars
 */
record CheckFunction(String name, String className) {

    /** The function of an action; empty where plain SQL is enough. */
    static Optional<CheckFunction> of(ExpectationAction action) {
        return switch (action) {
            case FAIL -> Optional.of(new CheckFunction("fail_unless", "io.millrace.udf.check.FailUnless"));
            case WARN -> Optional.of(new CheckFunction("warn_unless", "io.millrace.udf.check.WarnUnless"));
            case DROP, DEAD_LETTER -> Optional.empty();
        };
    }
}
