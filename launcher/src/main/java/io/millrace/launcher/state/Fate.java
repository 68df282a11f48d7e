package io.millrace.launcher.state;

/** What becomes of an operator's state. */
public enum Fate {
    /** It goes on. */
    CARRIED,
    /** It goes on, but holds rows that were chosen otherwise. */
    CARRIED_WITH_OTHER_ROWS,
    /** The operator is new, or nothing ran before. */
    STARTS_EMPTY,
    /** The operator is gone. */
    DROPPED,
    /** The operator has changed, and what it kept does not fit or would mean something else. */
    REFUSED,
    /** Nothing certain can be said. */
    UNKNOWN
}
