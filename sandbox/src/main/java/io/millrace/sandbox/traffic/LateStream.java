package io.millrace.sandbox.traffic;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * The rows that are surely late: orders, changes and deletions for windows that the {@link LateGate} has let through.
 */
final class LateStream {
    private static final double LATE_PER_ORDER = 0.06;
    private static final Duration REACH = Duration.ofMinutes(10);

    private final OrderFactory factory;
    private final PastOrders past;
    private final RandomGenerator random;
    private double owed;

    /** Picks what to change from {@code past}. */
    LateStream(long seed, long run, OrderFactory factory, PastOrders past) {
        this.factory = factory;
        this.past = past;
        random = new SplittableRandom(~seed * 31 + run);
    }

    /**
     * Returns the late changes to send beside {@code newOrders} orders in time; none is for a window after {@code
     * fired}.
     */
    List<OrderChange> next(long newOrders, MinuteWindow fired) {
        owed += newOrders * LATE_PER_ORDER;
        List<OrderChange> changes = new ArrayList<>();
        for (; owed >= 1; owed--) {
            int kind = random.nextInt(10);
            if (kind < 4) {
                changes.add(insert(fired));
            } else {
                past.take(random, fired).ifPresent(before -> changes.add(kind < 8 ? update(before) : delete(before)));
            }
        }
        return changes;
    }

    private OrderChange insert(MinuteWindow fired) {
        Instant earliest = fired.end().minus(REACH);
        Instant from = earliest.isBefore(EventClock.START) ? EventClock.START : earliest;
        long span = Duration.between(from, fired.end()).toMillis();
        OrderChange change =
                OrderChange.insert(factory.create(from.plusMillis(random.nextLong(span)), random), Timing.LATE);
        past.add(change.after());
        return change;
    }

    private OrderChange update(OrderTally before) {
        OrderChange change = OrderChange.update(before, factory.change(before.order(), random), Timing.LATE);
        past.add(change.after());
        return change;
    }

    private static OrderChange delete(OrderTally before) {
        return OrderChange.delete(before, Timing.LATE);
    }
}
