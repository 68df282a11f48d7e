package io.millrace.launcher.compile;

import java.util.Map;
import java.util.Optional;

/** Where the values of <code>${secret:name}</code> come from. */
@FunctionalInterface
public interface SecretSource {

    /** The value of a secret; empty where there is none of that name. */
    Optional<String> value(String name);

    /**
     * The same for a secret that is the whole value of a table's option.
     *
     * @param key of the option
     * @param options of the table, as written
     */
    default Optional<String> option(String name, String key, Map<String, String> options) {
        return value(name);
    }
}
