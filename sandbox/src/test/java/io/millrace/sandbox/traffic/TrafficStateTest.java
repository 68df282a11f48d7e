package io.millrace.sandbox.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TrafficStateTest {
    private final MinuteWindow first = MinuteWindow.of(EventClock.START);

    @Test
    void aWindowIsDueOnlyOnceMarkersWentBeyondIt() {
        OrderBatch beyond = new OrderBatch(List.of(), List.of(), EventClock.START.plusSeconds(70));
        TrafficState sent = TrafficState.INITIAL.after(beyond, new IdSequence(9), new IdSequence(3));

        assertThat(sent.isDue(first)).isFalse();
        assertThat(sent.isTooEarly(first)).isFalse();
        assertThat(sent.withMarkersSent().isDue(first)).isTrue();
    }

    @Test
    void aWindowThatNoPartitionCanHavePassedIsTooEarly() {
        OrderBatch within = new OrderBatch(List.of(), List.of(), EventClock.START.plusSeconds(30));
        TrafficState sent = TrafficState.INITIAL.after(within, new IdSequence(9), new IdSequence(3));

        assertThat(sent.isTooEarly(first)).isTrue();
        assertThat(sent.nextOrderId()).isEqualTo(9);
        assertThat(sent.nextCustomerId()).isEqualTo(3);
        assertThat(sent.transactions()).isEqualTo(1);
    }
}
