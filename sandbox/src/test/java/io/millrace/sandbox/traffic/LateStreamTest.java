package io.millrace.sandbox.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LateStreamTest {
    private static final MinuteWindow FIRED = MinuteWindow.of(EventClock.START.plusSeconds(120));

    private final OrderFactory factory = new OrderFactory(new IdSequence(1), new IdSequence(201));
    private final PastOrders past = new PastOrders();
    private final LateStream stream = new LateStream(1, 1, factory, past);

    @Test
    void everyLateRowBelongsToAWindowThatFired() {
        List<OrderTally> tooYoung = new ArrayList<>();
        for (int second = 0; second < 300; second++) {
            OrderTally tally =
                    OrderTally.inserted(factory.createMarker(EventClock.START.plusSeconds(second)), Timing.IN_TIME);
            past.add(tally);
            if (tally.order().window().compareTo(FIRED) > 0) {
                tooYoung.add(tally);
            }
        }

        List<OrderChange> changes = stream.next(5_000, FIRED);

        assertThat(tooYoung).isNotEmpty();
        assertThat(changes).hasSizeBetween(200, 300).allMatch(change -> change.timing() == Timing.LATE);
        assertThat(changes).allMatch(change -> change.order().window().compareTo(FIRED) <= 0);
        assertThat(changes).allMatch(change -> !change.order().time().isBefore(EventClock.START));
        assertThat(changes).extracting(OrderChange::kind).contains(OrderChange.Kind.values());
    }

    @Test
    void aShareOfTheNewOrdersIsOwedAcrossBatches() {
        long rows = 0;
        for (int batch = 0; batch < 100; batch++) {
            rows += stream.next(2, FIRED).size();
        }
        assertThat(rows).isBetween(5L, 12L);
    }
}
