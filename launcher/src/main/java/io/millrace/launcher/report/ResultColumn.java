package io.millrace.launcher.report;

/**
 * A column of a query's result.
 *
 * @param name as the query gives it
 * @param kind how its values are written where types matter
 */
public record ResultColumn(String name, Kind kind) {

    /** Whether texts of values are numbers, {@code TRUE} and {@code FALSE}, or just texts. */
    public enum Kind {
        NUMBER,
        BOOLEAN,
        TEXT
    }
}
