package io.millrace.launcher.compile;

import io.millrace.catalog.script.Placeholder;
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

    /**
     * The value of a placeholder somewhere in a table's option.
     *
     * @param key of the option
     * @param options of the table, as written
     */
    default Optional<String> value(Placeholder placeholder, String key, Map<String, String> options) {
        return placeholder.toString().equals(options.get(key))
                ? option(placeholder.name(), key, options)
                : value(placeholder.name());
    }
}
