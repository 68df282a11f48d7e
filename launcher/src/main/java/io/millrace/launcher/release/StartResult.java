package io.millrace.launcher.release;

/**
 * What became of a start.
 *
 * @param number of the start
 * @param restoredFrom the savepoint or checkpoint that it started from; empty where it started without
 * @param reason why it failed; empty where it did not
 * @param time in ISO 8601, UTC
 */
public record StartResult(int number, Result result, String restoredFrom, String reason, String time) {

    /** The ways in which it can end. */
    public enum Result {
        /** The job ran, and completed a checkpoint where it takes any. */
        RUNNING,
        /** A batch job came to its end. */
        FINISHED,
        /** The job did not get so far. */
        FAILED
    }
}
