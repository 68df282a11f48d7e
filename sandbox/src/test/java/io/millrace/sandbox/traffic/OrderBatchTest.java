package io.millrace.sandbox.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.sandbox.traffic.OrderChange.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;

class OrderBatchTest {
    private final OrderFactory factory = new OrderFactory(new IdSequence(1), new IdSequence(200));

    @Test
    void lateChangesAreSentAfterThoseInTimeOfTheirKind() {
        OrderChange insert = OrderChange.insert(factory.createMarker(EventClock.START), Timing.IN_TIME);
        OrderChange delete = OrderChange.delete(insert.after(), Timing.IN_TIME);
        OrderChange late = OrderChange.insert(factory.createMarker(EventClock.START), Timing.LATE);

        OrderBatch batch = new OrderBatch(List.of(), List.of(insert, delete), EventClock.START).with(List.of(late));

        assertThat(batch.changes()).containsExactly(insert, late, delete);
        assertThat(batch.changes(Kind.INSERT)).containsExactly(insert, late);
        assertThat(batch.count(Timing.LATE)).isEqualTo(1);
    }
}
