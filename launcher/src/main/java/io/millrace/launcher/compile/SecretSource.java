package io.millrace.launcher.compile;

import java.util.Optional;

/** Where the values of <code>${secret:name}</code> come from. */
@FunctionalInterface
public interface SecretSource {

    /** The value of a secret; empty where there is none of that name. */
    Optional<String> value(String name);
}
