package io.millrace.launcher.deploy;

/**
 * How deploying a pipeline ended.
 *
 * @param message for the user
 */
public record Outcome(String pipeline, Result result, String message) {

    /** The ways in which it can end. */
    public enum Result {
        /** It runs, or has run, as the catalog has it. */
        DONE,
        /** Nothing was to be done. */
        IDLE,
        /** It does not run as the catalog has it. */
        FAILED,
        /** Someone else is changing it. */
        LOCKED
    }
}
