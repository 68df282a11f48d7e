package io.millrace.catalog.diagnostic;

/** How much a diagnostic matters: an error makes the catalog invalid, a warning does not. */
public enum Severity {
    ERROR,
    WARNING;

    /** The word that reports show. */
    public String label() {
        return this == ERROR ? "error" : "warning";
    }
}
