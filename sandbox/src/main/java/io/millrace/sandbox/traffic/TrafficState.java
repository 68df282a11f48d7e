package io.millrace.sandbox.traffic;

import java.time.Instant;

/**
 * Where the traffic stands, so that the next run goes on from there.
 *
 * @param runs runs begun so far
 * @param transactions transactions committed so far
 * @param nextOrderId the id that the next order gets
 * @param nextCustomerId the id that the next customer gets
 * @param greatest the greatest event time sent
 * @param reached the event time that every partition of topic orders has surely got: that of the last marker rows
 */
public record TrafficState(
        long runs, long transactions, long nextOrderId, long nextCustomerId, Instant greatest, Instant reached) {

    /** The state before the first run. */
    public static final TrafficState INITIAL = new TrafficState(0, 0, 1, 1, Instant.EPOCH, Instant.EPOCH);

    /** Returns the state with one more run begun. */
    public TrafficState nextRun() {
        return new TrafficState(runs + 1, transactions, nextOrderId, nextCustomerId, greatest, reached);
    }

    /** Returns the state once a batch is sent and the sequences stand as they do. */
    public TrafficState after(OrderBatch batch, IdSequence orderIds, IdSequence customerIds) {
        return new TrafficState(runs, transactions + 1, orderIds.peek(), customerIds.peek(), batch.greatest(), reached);
    }

    /** Returns the state once marker rows were sent at the greatest event time. */
    public TrafficState withMarkersSent() {
        return new TrafficState(runs, transactions, nextOrderId, nextCustomerId, greatest, greatest);
    }

    /** Tells whether the result of {@code window} is due once the pipelines have read everything. */
    public boolean isDue(MinuteWindow window) {
        return window.isSurelyFired(reached);
    }

    /** Tells whether the result of {@code window} cannot be there yet. */
    public boolean isTooEarly(MinuteWindow window) {
        return window.isSurelyOpen(greatest);
    }
}
