package io.millrace.connectors.http;

import java.io.Serializable;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.random.RandomGenerator;

/**
 * Exponential back-off with full jitter: a wait is uniform between nothing and a bound that doubles from attempt to
 * attempt, so that many clients that failed together do not come back together (M. Brooker, "Exponential Backoff And
 * Jitter", AWS Architecture Blog, 2015).
 */
public record Backoff(Duration initial, Duration longest) implements Serializable {

    private static final int LARGEST_SHIFT = 30;

    /**
     * Returns the wait before the next attempt, in ms.
     *
     * @param failed how many attempts have failed, at least 1
     */
    public long delayMillis(int failed, RandomGenerator random) {
        long doubled = initial.toMillis() << Math.min(failed - 1, LARGEST_SHIFT);
        long bound = doubled < 0 ? longest.toMillis() : Math.min(doubled, longest.toMillis());
        return random.nextLong(bound + 1);
    }

    /** The same, but no shorter than a server's header {@code Retry-After} in seconds asks, up to the longest wait. */
    public long delayMillis(int failed, RandomGenerator random, OptionalLong retryAfterSeconds) {
        long asked = Math.min(retryAfterSeconds.orElse(0), longest.toSeconds()) * 1000;
        return Math.max(delayMillis(failed, random), asked);
    }
}
