package io.millrace.udf.approx;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.apache.datasketches.kll.KllSketch;
import org.junit.jupiter.api.Test;

class QuantileAccumulatorTest {

    private static final int ROWS = 1_000_000;
    private static final int TRIALS = 12;
    private static final double[] RANKS = {0.01, 0.25, 0.5, 0.75, 0.99};

    @Test
    void theDocumentedRankErrorIsThatOfTheLibrary() {
        assertThat(KllSketch.getNormalizedRankError(QuantileAccumulator.K, false))
                .isBetween(0.0026, 0.00275);
    }

    // The error holds with 99 % confidence for one rank, and the sketch cannot be seeded: 4 of the 60 ranks outside
    // have
    // a probability of 0.3 %, 8 of them one of less than 1e-6.
    @Test
    void aMillionNumbersAreWithinTheRankError() {
        double error = KllSketch.getNormalizedRankError(QuantileAccumulator.K, false);
        long outside = IntStream.range(0, TRIALS)
                .mapToLong(trial -> {
                    Double[] quantiles = of(0, ROWS, 7919L * (trial + 1)).quantiles();
                    return IntStream.range(0, RANKS.length)
                            .filter(i -> Math.abs(quantiles[i] / ROWS - RANKS[i]) > error)
                            .count();
                })
                .sum();

        assertThat(outside).isLessThan(8);
    }

    @Test
    void mergedHalvesAreWithinThreeTimesTheRankError() {
        QuantileAccumulator merged = of(0, ROWS / 2, 1);
        merged.merge(of(ROWS / 2, ROWS, 1));

        Double[] quantiles = merged.quantiles();
        for (int i = 0; i < RANKS.length; i++) {
            assertThat(Math.abs(quantiles[i] / ROWS - RANKS[i])).isLessThan(3 * 0.0028);
        }
    }

    @Test
    void fewNumbersAreExact() {
        QuantileAccumulator accumulator = new QuantileAccumulator();
        accumulator.setRanks(0, 0.5, 0.501, 1);
        IntStream.rangeClosed(1, 1000).forEach(accumulator::add);

        assertThat(accumulator.quantiles()).containsExactly(1.0, 500.0, 501.0, 1000.0);
    }

    @Test
    void theLeastAndTheGreatestAreAlwaysExact() {
        QuantileAccumulator accumulator = new QuantileAccumulator();
        accumulator.setRanks(0, 1);
        IntStream.range(0, ROWS).forEach(accumulator::add);

        assertThat(accumulator.quantiles()).containsExactly(0.0, ROWS - 1.0);
    }

    @Test
    void whatIsNoRankGivesNull() {
        QuantileAccumulator accumulator = new QuantileAccumulator();
        accumulator.setRanks(-0.1, 1.1, Double.NaN, 0.5);
        accumulator.add(1);

        assertThat(accumulator.quantiles()).containsExactly(null, null, null, 1.0);
    }

    @Test
    void notANumberHasNoRank() {
        QuantileAccumulator accumulator = new QuantileAccumulator();
        accumulator.setRanks(1);
        accumulator.add(Double.NaN);

        assertThat(accumulator.quantiles()).isNull();
        accumulator.add(Double.POSITIVE_INFINITY);
        assertThat(accumulator.quantiles()).containsExactly(Double.POSITIVE_INFINITY);
    }

    @Test
    void staysWithinTheDocumentedSize() {
        assertThat(of(0, 5 * ROWS, 1).state()).hasSizeLessThan(26_000);
    }

    private static QuantileAccumulator of(int from, int to, long step) {
        QuantileAccumulator accumulator = new QuantileAccumulator();
        accumulator.setRanks(RANKS);
        // A step without a common divisor with the number of rows visits each number once, out of order.
        IntStream.range(from, to).forEach(i -> accumulator.add(i * step % ROWS));
        return accumulator;
    }
}
