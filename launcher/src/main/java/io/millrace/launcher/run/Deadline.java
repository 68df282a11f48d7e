package io.millrace.launcher.run;

import java.time.Duration;

/**
 * A moment of the monotonic clock.
 *
 * @param nanoTime as {@link System#nanoTime} will show it
 */
record Deadline(long nanoTime) {

    static Deadline in(Duration duration) {
        return new Deadline(System.nanoTime() + duration.toNanos());
    }

    /** Nanoseconds until then, never negative. */
    long left() {
        return Math.max(0, nanoTime - System.nanoTime());
    }

    boolean isOver() {
        return left() == 0;
    }
}
