package io.millrace.sandbox.traffic;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * The event time of a run: a base and a speed. It follows the stream's own position, not the wall clock, so that a slow
 * server never changes what is sent.
 *
 * @param base event time of the run's start
 * @param speed seconds of event time per second of the run
 */
public record EventClock(Instant base, double speed) {

    /** Where the first run begins: ten minutes before midnight, so that a default run covers two days. */
    public static final Instant START = Instant.parse("2026-03-14T23:50:00Z");

    /**
     * Returns the clock of a run that follows rows up to event time {@code greatest}: it starts on a later full minute.
     */
    public static EventClock after(Instant greatest, double speed) {
        Instant base = greatest.isBefore(START)
                ? START
                : greatest.truncatedTo(ChronoUnit.MINUTES).plus(MinuteWindow.LENGTH);
        return new EventClock(base, speed);
    }

    /** Returns the event time at {@code elapsed} into the run, in whole milliseconds. */
    public Instant at(Duration elapsed) {
        return base.plusMillis(Math.round(elapsed.toNanos() / 1e6 * speed));
    }
}
