package io.millrace.connectors.eas;

import java.io.Serializable;
import java.time.Duration;
import java.util.BitSet;
import java.util.function.LongSupplier;

/**
 * Keeps requests from a service that is in trouble. Closed, it lets all pass and watches the newest outcomes; open,
 * none for a time; half-open, a few probes, whose outcome decides (M. Nygard, "Release It!", 2007). Safe for several
 * threads.
 */
final class CircuitBreaker {

    /** A permit that was refused. */
    static final long REFUSED = -1;

    /** The states, by the numbers that the metric shows. */
    enum State {
        CLOSED(0),
        HALF_OPEN(1),
        OPEN(2);

        private final int number;

        State(int number) {
            this.number = number;
        }

        int number() {
            return number;
        }
    }

    /**
     * When a breaker opens and closes.
     *
     * @param window how many newest outcomes are looked at; 0 for a breaker that never opens
     * @param failureRatio opens when at least this share of a full window failed
     * @param openTime until probes are let through
     * @param probes how many must succeed to close it
     */
    record Thresholds(int window, double failureRatio, Duration openTime, int probes) implements Serializable {}

    private final Thresholds thresholds;
    private final LongSupplier nanoClock;

    private State state = State.CLOSED;
    // Outcomes of requests that were let through before a change of state say nothing about the new one.
    private long generation;
    private final BitSet failed = new BitSet();
    private long outcomes;
    private long openedAt;
    private int probesLeft;
    private int probesPassed;

    CircuitBreaker(Thresholds thresholds, LongSupplier nanoClock) {
        this.thresholds = thresholds;
        this.nanoClock = nanoClock;
    }

    /** Returns a permit for one request, whose outcome must be recorded; or {@link #REFUSED}. */
    synchronized long acquire() {
        if (state == State.OPEN
                && nanoClock.getAsLong() - openedAt >= thresholds.openTime().toNanos()) {
            change(State.HALF_OPEN);
            probesLeft = thresholds.probes();
            probesPassed = 0;
        }
        if (state == State.OPEN || (state == State.HALF_OPEN && probesLeft == 0)) {
            return REFUSED;
        }
        if (state == State.HALF_OPEN) {
            probesLeft--;
        }
        return generation;
    }

    /** Tells how the request of a permit ended. */
    synchronized void record(long permit, boolean success) {
        if (permit != generation || thresholds.window() == 0) {
            return;
        }
        if (state == State.HALF_OPEN) {
            recordProbe(success);
            return;
        }
        failed.set((int) (outcomes % thresholds.window()), !success);
        outcomes++;
        if (outcomes >= thresholds.window()
                && failed.cardinality() >= thresholds.failureRatio() * thresholds.window()) {
            open();
        }
    }

    synchronized State state() {
        return state;
    }

    private void recordProbe(boolean success) {
        if (!success) {
            open();
        } else if (++probesPassed == thresholds.probes()) {
            change(State.CLOSED);
        }
    }

    private void open() {
        change(State.OPEN);
        openedAt = nanoClock.getAsLong();
    }

    private void change(State next) {
        state = next;
        generation++;
        outcomes = 0;
        failed.clear();
    }
}
