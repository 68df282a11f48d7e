package io.millrace.udf.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.apache.flink.types.Row;
import org.junit.jupiter.api.Test;

class MadScoreTest {

    private final MadScore function = new MadScore();

    // Wikipedia, "Median absolute deviation": median 2, deviations 1, 1, 0, 0, 2, 4, 7 with median 1.
    @Test
    void measuresTheLastRowByTheMedianDeviation() throws Exception {
        assertThat(score(1, 1, 2, 2, 4, 6, 9)).isCloseTo(0.6745 * 7, within(1e-15));
    }

    // IBM Cognos Analytics, "Modified z score": where MAD is 0, the mean absolute deviation times 1.253314.
    @Test
    void fallsBackToTheMeanDeviationWhereMostRowsAreEqual() throws Exception {
        assertThat(score(1, 1, 1, 1, 5)).isCloseTo(4 / (1.253314 * 0.8), within(1e-15));
    }

    @Test
    void isZeroWhereAllRowsAreEqual() throws Exception {
        assertThat(score(3)).isZero();
        assertThat(score(3, 3, 3)).isZero();
        assertThat(score(0.0, -0.0)).isZero();
    }

    @Test
    void isNullForARowWithoutAUsableNumberAndGoesOnAfterIt() throws Exception {
        MadScore.Accumulator accumulator = accumulated(1, 1, 2, 2, 4, 6);
        for (Double unusable : new Double[] {null, Double.NaN, Double.NEGATIVE_INFINITY}) {
            function.accumulate(accumulator, unusable);
            assertThat(function.getValue(accumulator)).isNull();
        }
        function.accumulate(accumulator, 9.0);
        assertThat(function.getValue(accumulator)).isEqualTo(score(1, 1, 2, 2, 4, 6, 9));
        assertThat(score()).isNull();
    }

    @Test
    void letsAnOlderRowWithTheSameValueGoFirst() throws Exception {
        MadScore.Accumulator accumulator = accumulated(9, 1, 2, 4, 9);
        function.retract(accumulator, 9.0);
        assertThat(function.getValue(accumulator)).isEqualTo(score(1, 2, 4, 9));
        function.retract(accumulator, 9.0);
        assertThat(function.getValue(accumulator)).isNull();
    }

    @Test
    void slidesOverRowsLikeARecomputation() throws Exception {
        double[] values = new Random(3).ints(200, 0, 12).asDoubleStream().toArray();
        MadScore.Accumulator accumulator = function.createAccumulator();
        for (int i = 0; i < values.length; i++) {
            if (i >= 5) {
                function.retract(accumulator, values[i - 5]);
            }
            function.accumulate(accumulator, values[i]);
            assertThat(function.getValue(accumulator))
                    .isEqualTo(score(Arrays.copyOfRange(values, Math.max(0, i - 4), i + 1)));
        }
    }

    @Test
    void survivesARestart() throws Exception {
        new Recomputation<>(function, (accumulator, row) -> function.accumulate(accumulator, (Double) row[0]))
                .survivesARestart(random -> new Object[] {random.nextGaussian()});
    }

    @Test
    void acceptsEveryNumberInSql() {
        assertThat(StatsSql.of("mad_score(x), mad_score(CAST(x AS SMALLINT))", "1.0", "2.0", "3.0", "5.0"))
                .isEqualTo(Row.of(0.6745 * 2.5, 0.6745 * 2.5));
    }

    private Double score(double... values) throws Exception {
        return function.getValue(accumulated(values));
    }

    private MadScore.Accumulator accumulated(double... values) throws Exception {
        MadScore.Accumulator accumulator = function.createAccumulator();
        for (double value : values) {
            function.accumulate(accumulator, value);
        }
        return accumulator;
    }
}
