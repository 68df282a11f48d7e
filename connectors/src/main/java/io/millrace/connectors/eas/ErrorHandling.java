package io.millrace.connectors.eas;

/** What becomes of a row whose prediction cannot be had. */
public enum ErrorHandling {
    /** The job fails. */
    FAIL,
    /** The row gets NULL in every response column. */
    NULL;

    /** Returns the name as options spell it. */
    @Override
    public String toString() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
