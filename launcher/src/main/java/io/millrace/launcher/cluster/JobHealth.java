package io.millrace.launcher.cluster;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * How a running job is.
 *
 * @param restarts since it was submitted; empty where the cluster does not tell yet
 * @param checkpoint the newest that is complete
 * @param failedCheckpoints since it was submitted
 * @param busy of the operator that is busiest, in percent of the time; empty where the cluster does not tell yet
 * @param backpressured of the operator that waits most for those behind it, in percent of the time
 * @param lag rows that its sources have not read yet; empty where no source tells
 */
public record JobHealth(
        OptionalLong restarts,
        Optional<Checkpoint> checkpoint,
        long failedCheckpoints,
        OptionalLong busy,
        OptionalLong backpressured,
        OptionalLong lag) {

    /** A job that is over, or of which nothing is known. */
    static final JobHealth UNKNOWN = new JobHealth(
            OptionalLong.empty(),
            Optional.empty(),
            0,
            OptionalLong.empty(),
            OptionalLong.empty(),
            OptionalLong.empty());

    /**
     * A complete checkpoint.
     *
     * @param completed when
     * @param duration from its trigger to its end
     * @param bytes of state
     * @param path where it is kept; empty where it is in memory
     */
    public record Checkpoint(long id, Instant completed, Duration duration, long bytes, Optional<String> path) {}
}
