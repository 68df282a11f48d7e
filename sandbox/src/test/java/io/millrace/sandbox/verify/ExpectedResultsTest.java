package io.millrace.sandbox.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.sandbox.traffic.EventClock;
import io.millrace.sandbox.traffic.Order;
import io.millrace.sandbox.traffic.OrderStatus;
import io.millrace.sandbox.traffic.OrderTally;
import io.millrace.sandbox.traffic.Timing;
import io.millrace.sandbox.traffic.TrafficState;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ExpectedResultsTest {
    private static final String FIRST = "2026-03-14 23:50:00.000";
    private static final Instant MIDNIGHT = Instant.parse("2026-03-15T00:00:00Z");

    private final ExpectedResults results = new ExpectedResults(closedTo(MIDNIGHT));

    @Test
    void aWindowCountsItsCategoriesApart() {
        add(order(1, "Tent", "sports", "10.00", EventClock.START), Timing.IN_TIME);
        add(order(2, "Tent", "sports", "2.50", EventClock.START.plusSeconds(59)), Timing.IN_TIME);
        add(order(3, "Pan", "kitchen", "1.00", EventClock.START), Timing.IN_TIME);
        add(order(4, "Pan", "kitchen", "7.00", EventClock.START), Timing.LATE);

        assertThat(results.minutes())
                .isEqualTo(Map.of(
                        List.of(FIRST, "sports"),
                        List.of("2", "12.50"),
                        List.of(FIRST, "kitchen"),
                        List.of("1", "1.00")));
    }

    @Test
    void ranksCountLateOrdersAndBreakTiesByName() {
        add(order(1, "Tent", "sports", "10.00", EventClock.START), Timing.IN_TIME);
        add(order(2, "Pan", "kitchen", "1.00", EventClock.START), Timing.LATE);
        add(order(3, "Pot", "garden", "1.00", MIDNIGHT), Timing.IN_TIME);

        assertThat(results.ranks())
                .isEqualTo(Map.of(
                        List.of("2026-03-14", "1"), List.of("Pan", "1", "1.00"),
                        List.of("2026-03-14", "2"), List.of("Tent", "1", "10.00"),
                        List.of("2026-03-15", "1"), List.of("Pot", "1", "1.00")));
    }

    @Test
    void onlyTenProductsOfADayAreRanked() {
        for (int id = 1; id <= 12; id++) {
            add(order(id, "product " + id, "toys", "1.00", EventClock.START), Timing.IN_TIME);
        }
        assertThat(results.ranks()).hasSize(10);
    }

    @Test
    void cancelledOrdersStayInTheLayerAndDeletedOnesDoNot() {
        Order order = order(1, "Tent", "sports", "10.00", EventClock.START);
        add(order.withStatus(OrderStatus.CANCELLED), Timing.IN_TIME);
        results.add(OrderTally.inserted(order(2, "Pan", "kitchen", "1.00", EventClock.START), Timing.IN_TIME)
                .removed(Timing.LATE));

        assertThat(results.ranks()).isEmpty();
        assertThat(results.minutes()).containsOnlyKeys(List.of(FIRST, "kitchen"));
        assertThat(results.orders())
                .isEqualTo(Map.of(List.of("1"), List.of("Tent", "sports", "1", "10.00", "CANCELLED", FIRST)));
    }

    private void add(Order order, Timing timing) {
        results.add(OrderTally.inserted(order, timing));
    }

    static Order order(long id, String product, String category, String amount, Instant time) {
        return new Order(id, 1, product, category, 1, new BigDecimal(amount), OrderStatus.NEW, time);
    }

    static TrafficState closedTo(Instant reached) {
        return new TrafficState(1, 1, 100, 10, reached, reached);
    }
}
