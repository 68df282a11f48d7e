package io.millrace.sandbox.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.sandbox.traffic.OrderChange.Kind;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrderStreamTest {

    @Test
    void theSameSeedGivesTheSameStream() {
        assertThat(Streams.firstRun(Streams.settings(7, 20, 60, 10)))
                .isEqualTo(Streams.firstRun(Streams.settings(7, 20, 60, 10)));
    }

    @Test
    void anotherSeedGivesAnotherStream() {
        assertThat(Streams.firstRun(Streams.settings(7, 20, 10, 10)))
                .isNotEqualTo(Streams.firstRun(Streams.settings(8, 20, 10, 10)));
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "2, 1", "2, 5000", "4, 300", "8, 50000"})
    void noRowOfAHundredThousandIsLateInAnyInterleavingOfThePartitions(int partitions, int burst) {
        List<OrderChange> changes = Streams.changes(Streams.firstRun(Streams.settings(3, 1000, 80, 10)));
        assertThat(changes).hasSizeGreaterThan(100_000);

        assertThat(new PartitionReplay(changes, partitions).countLate(new SplittableRandom(burst), burst))
                .isZero();
    }

    @ParameterizedTest
    @CsvSource({"2, 0.5", "5, 600", "0.5, 3600", "500, 0.1"})
    void unusualRatesAndSpeedsNeverMakeLateRowsEither(double rate, double speed) {
        List<OrderChange> changes = Streams.changes(Streams.firstRun(Streams.settings(5, rate, 60, speed)));

        assertThat(new PartitionReplay(changes, 2).countLate(new SplittableRandom(1), 20))
                .isZero();
    }

    @Test
    void theReplayDoesFindARowThatIsLate() {
        OrderFactory factory = new OrderFactory(new IdSequence(1), new IdSequence(200));
        List<OrderChange> changes = List.of(
                OrderChange.insert(factory.createMarker(EventClock.START.plusSeconds(65)), Timing.IN_TIME),
                OrderChange.insert(factory.createMarker(EventClock.START), Timing.IN_TIME));

        assertThat(new PartitionReplay(changes, 1).countLate(new SplittableRandom(1), 1))
                .isEqualTo(1);
    }

    @Test
    void aDefaultRunHasOutOfOrderRowsChangesCancellationsDeletionsAndTwoDays() {
        List<OrderChange> changes = Streams.changes(Streams.firstRun(Streams.settings(1, 20, 120, 10)));

        assertThat(changes).filteredOn(change -> change.kind() == Kind.UPDATE).hasSizeGreaterThan(500);
        assertThat(changes).filteredOn(change -> change.kind() == Kind.DELETE).hasSizeGreaterThan(50);
        assertThat(changes)
                .filteredOn(change ->
                        change.kind() == Kind.UPDATE && !change.order().counts())
                .hasSizeGreaterThan(30);
        assertThat(outOfOrder(changes)).isGreaterThan(100);
        Set<Integer> days = changes.stream()
                .map(change -> change.order().time().atOffset(ZoneOffset.UTC).getDayOfMonth())
                .collect(Collectors.toSet());
        assertThat(days).containsExactlyInAnyOrder(14, 15);
    }

    @Test
    void fewProductsAndFewCustomersAccountForMuchOfTheTraffic() {
        List<OrderChange> inserts = Streams.changes(Streams.firstRun(Streams.settings(1, 100, 60, 10))).stream()
                .filter(change -> change.kind() == Kind.INSERT && change.order().counts())
                .toList();

        assertThat(shareOfTop(
                        3,
                        inserts.stream().map(change -> change.order().product()).toList()))
                .isBetween(0.35, 0.6);
        assertThat(shareOfTop(
                        10,
                        inserts.stream()
                                .map(change -> change.order().customerId())
                                .toList()))
                .isBetween(0.3, 0.8);
    }

    @Test
    void anOrderIsNeverTouchedBeforeItExistsOrAfterItWasDeleted() {
        Set<Long> alive = new HashSet<>();
        for (OrderChange change : Streams.changes(Streams.firstRun(Streams.settings(4, 50, 60, 10)))) {
            long id = change.order().id();
            switch (change.kind()) {
                case INSERT -> assertThat(alive.add(id)).isTrue();
                case UPDATE -> assertThat(alive).contains(id);
                case DELETE -> assertThat(alive.remove(id)).isTrue();
            }
        }
    }

    @Test
    void everyOrderBelongsToACustomerWhoExists() {
        Set<Long> customers = new HashSet<>();
        for (OrderBatch batch : Streams.firstRun(Streams.settings(4, 50, 60, 10))) {
            batch.customers().forEach(customer -> customers.add(customer.id()));
            assertThat(batch.changes())
                    .allMatch(change -> customers.contains(change.order().customerId()));
        }
        assertThat(customers).hasSizeGreaterThan(OrderFactory.FIRST_CUSTOMERS);
    }

    @Test
    void openingAndClosingRowsCountNowhereAndCloseEveryWindow() {
        List<OrderBatch> batches = Streams.firstRun(Streams.settings(1, 20, 30, 10));
        OrderBatch opening = batches.get(0);
        OrderBatch closing = batches.get(batches.size() - 1);

        assertThat(opening.changes()).hasSize(OrderStream.MARKERS).noneMatch(change -> change.order()
                .counts());
        assertThat(closing.changes()).hasSize(OrderStream.MARKERS).noneMatch(change -> change.order()
                .counts());
        Instant end = batches.get(batches.size() - 2).greatest();
        assertThat(MinuteWindow.of(end).isSurelyFired(closing.greatest())).isTrue();
    }

    private static long outOfOrder(List<OrderChange> changes) {
        Instant greatest = Instant.MIN;
        long count = 0;
        for (OrderChange change : changes) {
            if (change.kind() == Kind.INSERT) {
                count += change.order().time().isBefore(greatest) ? 1 : 0;
                greatest =
                        change.order().time().isAfter(greatest) ? change.order().time() : greatest;
            }
        }
        return count;
    }

    private static double shareOfTop(int top, List<?> values) {
        Map<Object, Integer> counts = new HashMap<>();
        values.forEach(value -> counts.merge(value, 1, Integer::sum));
        List<Integer> sorted = counts.values().stream().sorted((a, b) -> b - a).toList();
        return sorted.stream().limit(top).mapToInt(Integer::intValue).sum() / (double) values.size();
    }
}
