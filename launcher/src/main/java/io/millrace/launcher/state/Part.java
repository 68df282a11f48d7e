package io.millrace.launcher.state;

/** Names of the parts of a signature; those of a node's own specification are Flink's. */
final class Part {

    static final String OPERATOR = "operator";
    static final String TABLE = "table";
    static final String OPTIONS = "options";
    static final String KEY = "key";
    static final String AGGREGATES = "aggregates";
    static final String STATES = "states";
    static final String EXPIRY = "expiry";
    static final String LAYOUT = "layout";
    static final String ORIGIN = "origin";
    static final String MAX_PARALLELISM = "maximum parallelism";

    private Part() {}
}
