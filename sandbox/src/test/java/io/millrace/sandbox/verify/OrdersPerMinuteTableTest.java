package io.millrace.sandbox.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.sandbox.traffic.EventClock;
import io.millrace.sandbox.traffic.OrderTally;
import io.millrace.sandbox.traffic.Timing;
import io.millrace.sandbox.traffic.TrafficState;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OrdersPerMinuteTableTest {
    private static final List<String> ROW = List.of("2026-03-14 23:50:00.000", "sports");
    private static final List<String> RIGHT = List.of("1", "10.00");
    private static final List<String> WRONG = List.of("2", "20.00");
    private static final Instant END = EventClock.START.plusSeconds(60);

    @Test
    void aWindowThatSurelyFiredMustHaveItsRow() {
        ExpectedResults expected = expected(END.plusSeconds(120), END.plusSeconds(120));
        assertThat(compare(expected, Map.of()).differences()).hasSize(1);
        assertThat(compare(expected, Map.of(ROW, WRONG)).isEqual()).isFalse();
        assertThat(compare(expected, Map.of(ROW, RIGHT)).isEqual()).isTrue();
    }

    @Test
    void aWindowThatMayHaveFiredNeedsNoRowButNoWrongOneEither() {
        ExpectedResults expected = expected(END.plusSeconds(20), EventClock.START);
        assertThat(compare(expected, Map.of()).isEqual()).isTrue();
        assertThat(compare(expected, Map.of(ROW, RIGHT)).isEqual()).isTrue();
        assertThat(compare(expected, Map.of(ROW, WRONG)).isEqual()).isFalse();
    }

    @Test
    void aWindowThatCannotHaveFiredMustHaveNoRow() {
        ExpectedResults expected = expected(END.minusSeconds(1), EventClock.START);
        assertThat(compare(expected, Map.of()).isEqual()).isTrue();
        assertThat(compare(expected, Map.of(ROW, RIGHT)).isEqual()).isFalse();
    }

    @Test
    void aRowThatNothingAccountsForIsADifference() {
        ExpectedResults expected = expected(END.plusSeconds(120), END.plusSeconds(120));
        Map<List<String>, List<String>> actual = Map.of(ROW, RIGHT, List.of(ROW.get(0), "toys"), RIGHT);
        assertThat(compare(expected, actual).differences())
                .singleElement()
                .satisfies(difference -> assertThat(difference.expected()).isEmpty());
    }

    private static Comparison compare(ExpectedResults expected, Map<List<String>, List<String>> actual) {
        return OrdersPerMinuteTable.compare(expected, actual);
    }

    private static ExpectedResults expected(Instant greatest, Instant reached) {
        ExpectedResults results = new ExpectedResults(new TrafficState(1, 1, 2, 2, greatest, reached));
        results.add(OrderTally.inserted(
                ExpectedResultsTest.order(1, "Tent", "sports", "10.00", EventClock.START), Timing.IN_TIME));
        return results;
    }
}
