package io.millrace.sandbox.traffic;

import java.math.BigDecimal;

/**
 * What one order counts for: in its window, as of the last change that came in time, and finally.
 *
 * @param order the order as the source holds it, or held it before it was deleted
 * @param deleted whether the source holds it no longer
 * @param countsInWindow whether its window counts it
 * @param windowAmount the revenue that its window counts; zero when it counts nothing
 */
public record OrderTally(Order order, boolean deleted, boolean countsInWindow, BigDecimal windowAmount) {

    private static final BigDecimal NOTHING = new BigDecimal("0.00");

    /** Returns the tally of a new order. */
    public static OrderTally inserted(Order order, Timing timing) {
        return new OrderTally(order, false, false, NOTHING).changed(order, timing);
    }

    /** Returns the tally after a change; a late one leaves the window's part as it was. */
    public OrderTally changed(Order after, Timing timing) {
        if (timing == Timing.LATE) {
            return new OrderTally(after, deleted, countsInWindow, windowAmount);
        }
        return new OrderTally(after, deleted, after.counts(), after.counts() ? after.amount() : NOTHING);
    }

    /** Returns the tally after the order was deleted. */
    public OrderTally removed(Timing timing) {
        return timing == Timing.LATE
                ? new OrderTally(order, true, countsInWindow, windowAmount)
                : new OrderTally(order, true, false, NOTHING);
    }

    /** Tells whether the order counts in tables that take late changes too. */
    public boolean countsFinally() {
        return !deleted && order.counts();
    }
}
