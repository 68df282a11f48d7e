package io.millrace.launcher.state;

/** Whether a changed pipeline can go on from the state of the one that runs. */
public enum StateVerdict {
    /** Every operator keeps its state, and it means what it meant. */
    COMPATIBLE,
    /** Some state is dropped, starts empty, or is of rows that were chosen otherwise: to be consented to. */
    PARTIAL,
    /** An operator has changed so that its state cannot be taken. */
    INCOMPATIBLE,
    /** Nothing certain can be said of an operator. */
    UNKNOWN
}
