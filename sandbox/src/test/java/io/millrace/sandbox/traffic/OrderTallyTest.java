package io.millrace.sandbox.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class OrderTallyTest {
    private static final BigDecimal TWENTY = new BigDecimal("20.00");
    private final Order order = new Order(1, 1, "Tent", "sports", 2, TWENTY, OrderStatus.NEW, EventClock.START);
    private final Order dearer = order.withQuantity(3, new BigDecimal("30.00"));
    private final Order cancelled = order.withStatus(OrderStatus.CANCELLED);

    @Test
    void anOrderInTimeCountsInItsWindowAndFinally() {
        assertTally(OrderTally.inserted(order, Timing.IN_TIME), "20.00", true);
    }

    @Test
    void aLateOrderCountsOnlyFinally() {
        assertTally(OrderTally.inserted(order, Timing.LATE), null, true);
    }

    @Test
    void aChangeInTimeReplacesWhatTheWindowCounts() {
        assertTally(OrderTally.inserted(order, Timing.IN_TIME).changed(dearer, Timing.IN_TIME), "30.00", true);
    }

    @Test
    void aLateChangeLeavesTheWindowAsItWas() {
        OrderTally tally = OrderTally.inserted(order, Timing.IN_TIME).changed(dearer, Timing.LATE);
        assertTally(tally, "20.00", true);
        assertThat(tally.order()).isEqualTo(dearer);
    }

    @Test
    void aLateChangeOfALateOrderCountsInNoWindow() {
        assertTally(OrderTally.inserted(order, Timing.LATE).changed(dearer, Timing.LATE), null, true);
    }

    @Test
    void anOrderCancelledInTimeCountsNowhereUntilItIsReinstated() {
        OrderTally tally = OrderTally.inserted(order, Timing.IN_TIME).changed(cancelled, Timing.IN_TIME);
        assertTally(tally, null, false);
        assertTally(tally.changed(order, Timing.IN_TIME), "20.00", true);
    }

    @Test
    void anOrderCancelledLateStillCountsInItsWindow() {
        assertTally(OrderTally.inserted(order, Timing.IN_TIME).changed(cancelled, Timing.LATE), "20.00", false);
    }

    @Test
    void anOrderDeletedInTimeCountsNowhere() {
        assertTally(OrderTally.inserted(order, Timing.IN_TIME).removed(Timing.IN_TIME), null, false);
    }

    @Test
    void anOrderDeletedLateStillCountsInItsWindow() {
        assertTally(OrderTally.inserted(order, Timing.IN_TIME).removed(Timing.LATE), "20.00", false);
    }

    private static void assertTally(OrderTally tally, String windowAmount, boolean countsFinally) {
        assertThat(tally.countsInWindow()).isEqualTo(windowAmount != null);
        assertThat(tally.windowAmount()).isEqualByComparingTo(windowAmount == null ? "0" : windowAmount);
        assertThat(tally.countsFinally()).isEqualTo(countsFinally);
    }
}
