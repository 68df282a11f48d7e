package io.millrace.launcher.session;

import java.util.Map;

/** Changes the options of a table, values put in, before the planner reads from or writes to it. */
@FunctionalInterface
public interface TableOptionRewriter {

    /** Leaves every table as it is. */
    TableOptionRewriter NONE = (table, options) -> options;

    /**
     * The options to use.
     *
     * @param table its simple name
     */
    Map<String, String> rewrite(String table, Map<String, String> options);
}
