package io.millrace.sandbox.traffic;

/** One row change to send: its kind, whether it is in time, and the order's tally after it. */
public record OrderChange(Kind kind, Timing timing, OrderTally after) {

    /** The kinds in the order in which a batch sends them. */
    public enum Kind {
        INSERT,
        UPDATE,
        DELETE
    }

    /** Returns the insertion of a new order. */
    public static OrderChange insert(Order order, Timing timing) {
        return new OrderChange(Kind.INSERT, timing, OrderTally.inserted(order, timing));
    }

    /** Returns a change of {@code before} into {@code after}. */
    public static OrderChange update(OrderTally before, Order after, Timing timing) {
        return new OrderChange(Kind.UPDATE, timing, before.changed(after, timing));
    }

    /** Returns the deletion of {@code before}. */
    public static OrderChange delete(OrderTally before, Timing timing) {
        return new OrderChange(Kind.DELETE, timing, before.removed(timing));
    }

    /** Returns the order after the change, or as it was when deleted. */
    public Order order() {
        return after.order();
    }
}
