package io.millrace.udf.approx;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.apache.flink.types.Row;
import org.junit.jupiter.api.Test;

class FrequentItemsAccumulatorTest {

    private static final int ROWS = 1_000_000;
    private static final long MOST_ERROR = (long) (3.5 / 4096 * ROWS) + 1;

    @Test
    void boundsHoldTheTrueCountsOfAMillionRows() {
        Map<Long, Long> counts = new HashMap<>();
        Row[] top = skewed(1, counts).top();

        assertBounds(top, counts);
        // The values are drawn so that the lesser is the more frequent, by more than the error among the first.
        assertThat(top).hasSize(100);
        assertThat(top[0].getField(0)).isEqualTo(0L);
        assertThat(top[1].getField(0)).isEqualTo(1L);
    }

    @Test
    void boundsHoldAfterAMerge() {
        Map<Long, Long> counts = new HashMap<>();
        FrequentItemsAccumulator merged = skewed(2, counts);
        merged.merge(skewed(3, counts));

        for (Row row : merged.top()) {
            long count = counts.get((Long) row.getField(0));
            assertThat(count).isBetween((Long) row.getField(2), (Long) row.getField(3));
        }
    }

    @Test
    void countsAreExactWhileThereAreFewValues() {
        FrequentItemsAccumulator accumulator = new FrequentItemsAccumulator();
        for (int i = 0; i < 3000; i++) {
            for (int j = 0; j <= i % 10; j++) {
                accumulator.add(i, 1000);
            }
        }

        Row[] top = accumulator.top();
        assertThat(top).hasSize(1000);
        for (int i = 0; i < top.length; i++) {
            long count = 10L - i / 300;
            assertThat(top[i]).isEqualTo(Row.of(i % 300 * 10 + (int) count - 1, count, count, count));
        }
    }

    @Test
    void ofEquallyFrequentValuesTheLesserComesFirst() {
        assertThat(of("b", "c", "a")).containsExactly("a", "b", "c");
        assertThat(of(new byte[] {(byte) 0x80}, new byte[] {0x7F}))
                .containsExactly(new byte[] {0x7F}, new byte[] {(byte) 0x80});
    }

    @Test
    void bytesAndZerosAreEqualAsInSql() {
        assertThat(of(new byte[] {1}, new byte[] {1})).hasSize(1);
        assertThat(of(0.0, -0.0)).containsExactly(0.0);
        assertThat(of(0.0f, -0.0f)).containsExactly(0.0f);
    }

    private static Object[] of(Object... items) {
        FrequentItemsAccumulator accumulator = new FrequentItemsAccumulator();
        for (Object item : items) {
            accumulator.add(item, 10);
        }
        return Arrays.stream(accumulator.top()).map(row -> row.getField(0)).toArray();
    }

    private static void assertBounds(Row[] top, Map<Long, Long> counts) {
        for (Row row : top) {
            long lower = (Long) row.getField(2);
            long upper = (Long) row.getField(3);
            assertThat(counts.get((Long) row.getField(0))).isBetween(lower, upper);
            assertThat((Long) row.getField(1)).isBetween(lower, upper);
            assertThat(upper - lower).isLessThanOrEqualTo(MOST_ERROR);
        }
    }

    private static FrequentItemsAccumulator skewed(long seed, Map<Long, Long> counts) {
        Random random = new Random(seed);
        FrequentItemsAccumulator accumulator = new FrequentItemsAccumulator();
        for (int i = 0; i < ROWS; i++) {
            // Zipf's distribution with exponent 2: value v has a share of 1 / ((v + 1) * (v + 2)).
            long value = (long) (1 / (1 - random.nextDouble())) - 1;
            accumulator.add(value, 100);
            counts.merge(value, 1L, Long::sum);
        }
        return accumulator;
    }
}
