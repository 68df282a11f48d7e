package io.millrace.sandbox.traffic;

import java.time.Duration;

/**
 * How much traffic to make.
 *
 * @param seed the same seed gives the same stream
 * @param rate new orders per second of the run
 * @param duration the run's length
 * @param speed seconds of event time per second of the run
 */
public record TrafficSettings(long seed, double rate, Duration duration, double speed) {

    /** Batches per second of the run. */
    public static final int BATCHES_PER_SECOND = 10;

    /** Returns the number of batches of the run, at least one. */
    public long batches() {
        return Math.max(1, (duration.toMillis() * BATCHES_PER_SECOND + 999) / 1000);
    }

    /** Returns how far into the run batch number {@code index} is due. */
    public Duration due(long index) {
        return Duration.ofMillis(index * 1000 / BATCHES_PER_SECOND);
    }

    /** Returns the number of new orders in the batches before number {@code index}. */
    public long ordersBefore(long index) {
        return (long) Math.floor(rate * index / BATCHES_PER_SECOND + 1e-9);
    }
}
