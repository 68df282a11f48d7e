package io.millrace.launcher.session;

import java.util.Collection;
import java.util.Optional;

/** What the placeholders in the options of a session's tables stand for. Safe for use by several threads. */
public interface PlaceholderValues {

    /**
     * The value of <code>${name}</code>; empty where there is none of that name.
     *
     * @param connects whether something is about to connect to it, so that a stand-in would not do
     */
    Optional<String> variable(String name, boolean connects);

    /** The same for <code>${secret:name}</code>, when something is about to connect with it. */
    Optional<String> secret(String name);

    /** The names of the variables, for hints. */
    Collection<String> variables();
}
