package io.millrace.sandbox.story;

import java.time.Duration;
import java.time.Instant;
import java.util.SplittableRandom;

/**
 * What a tale depends on, beside its story.
 *
 * @param seed the same seed gives the same tale
 * @param run number of the run on this data, from 1
 */
public record Telling(long seed, long run) {

    private static final Instant FIRST = Instant.parse("2026-03-16T08:00:00Z");
    private static final Duration BETWEEN = Duration.ofDays(7);

    /** Returns the event time at which the tale begins: the next run begins a week after this one. */
    public Instant start() {
        return FIRST.plus(BETWEEN.multipliedBy(run - 1));
    }

    /** Returns the source of everything in the tale that looks random. */
    public SplittableRandom random() {
        return new SplittableRandom(seed * 31 + run);
    }
}
