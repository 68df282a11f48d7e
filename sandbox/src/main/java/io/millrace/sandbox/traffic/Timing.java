package io.millrace.sandbox.traffic;

/** Whether a row reaches its window before the window fires. */
public enum Timing {
    /** Surely before: it counts in the window and in the final tables. */
    IN_TIME,
    /** Surely after: it counts in the final tables only. */
    LATE
}
