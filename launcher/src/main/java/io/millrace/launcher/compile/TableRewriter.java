package io.millrace.launcher.compile;

import java.util.Map;

/** Changes the options of a program's tables before they are declared. Safe for use by several threads. */
@FunctionalInterface
public interface TableRewriter {

    /** Leaves every table as it is. */
    TableRewriter NONE = (table, options) -> options;

    /**
     * The options to declare a table with.
     *
     * @param table its simple name
     * @param options as written, with variables and secrets put in
     */
    Map<String, String> rewrite(String table, Map<String, String> options);
}
