package io.millrace.udf.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.DoubleStream;
import org.apache.flink.types.Row;
import org.junit.jupiter.api.Test;

class ZscoreTest {

    private final Zscore function = new Zscore();

    // Mean 5; the squared deviations sum to 32: the example of Wikipedia's "Standard deviation".
    @Test
    void measuresTheLastRowByTheSampleStandardDeviationOfTheOthers() {
        assertThat(score(2, 4, 4, 4, 5, 5, 7, 9, 10)).isCloseTo(5 / Math.sqrt(32 / 7.0), within(1e-15));
    }

    // NIST StRD, univariate: NumAcc1 has mean 10000002 and standard deviation 1.
    @Test
    void isExactWhereTheMeanIsLargeBesideTheDeviation() {
        assertThat(score(10000001, 10000003, 10000002, 10000005)).isEqualTo(3.0);
    }

    // NIST StRD, univariate: NumAcc4, of higher difficulty, has mean 10000000.2 and standard deviation 0.1.
    @Test
    void keepsTheCertifiedDigitsOfTheHardestDataSet() {
        double[] history = DoubleStream.concat(
                        DoubleStream.of(10000000.2),
                        DoubleStream.iterate(10000000.1, x -> x == 10000000.1 ? 10000000.3 : 10000000.1)
                                .limit(1000))
                .toArray();

        assertThat(score(DoubleStream.concat(DoubleStream.of(history), DoubleStream.of(10000000.7))
                        .toArray()))
                .isCloseTo(5, within(1e-7));
    }

    @Test
    void isNullWithoutAScale() {
        assertThat(score()).isNull();
        assertThat(score(1)).isNull();
        assertThat(score(1, 2)).isNull();
        assertThat(score(7, 7, 7, 100)).isNull();
        assertThat(score(0.1, 0.1, 0.1, 0.1)).isNull();
    }

    @Test
    void isNullForARowWithoutAUsableNumberAndGoesOnAfterIt() {
        Zscore.Accumulator accumulator = accumulated(1, 2, 3);
        for (Double unusable : new Double[] {null, Double.NaN, Double.POSITIVE_INFINITY, 1e91}) {
            function.accumulate(accumulator, unusable);
            assertThat(function.getValue(accumulator)).isNull();
        }
        function.accumulate(accumulator, 5.0);
        assertThat(function.getValue(accumulator)).isEqualTo(3.0);
    }

    @Test
    void forgetsAnOutlierThatLeavesTheWindow() {
        Zscore.Accumulator accumulator = accumulated(1e89, 1, 2, 3, 5);
        function.retract(accumulator, 1e89);

        assertThat(function.getValue(accumulator)).isEqualTo(score(1, 2, 3, 5));
    }

    @Test
    void knowsNoLastRowAfterItWasDeleted() {
        Zscore.Accumulator accumulator = accumulated(1, 2, 3, 5);
        function.retract(accumulator, 5.0);
        assertThat(function.getValue(accumulator)).isNull();
        function.accumulate(accumulator, 6.0);
        assertThat(function.getValue(accumulator)).isEqualTo(score(1, 2, 3, 6));
    }

    @Test
    void slidesOverRowsLikeARecomputation() {
        Random random = new Random(3);
        double[] values = random.doubles(200, -1e6, 1e6).toArray();
        Zscore.Accumulator accumulator = function.createAccumulator();
        for (int i = 0; i < values.length; i++) {
            if (i >= 5) {
                function.retract(accumulator, values[i - 5]);
            }
            function.accumulate(accumulator, values[i]);
            double[] window = Arrays.copyOfRange(values, Math.max(0, i - 4), i + 1);
            assertThat(function.getValue(accumulator)).isEqualTo(score(window));
        }
    }

    @Test
    void survivesARestart() throws Exception {
        new Recomputation<>(function, (accumulator, row) -> function.accumulate(accumulator, (Double) row[0]))
                .survivesARestart(random -> new Object[] {random.nextGaussian()});
    }

    @Test
    void acceptsEveryNumberInSql() {
        assertThat(StatsSql.of(
                        "zscore(x), zscore(CAST(x AS FLOAT)), zscore(CAST(x AS BIGINT)), zscore(CAST(x AS DECIMAL(9, 2)))",
                        1,
                        2,
                        3,
                        5))
                .isEqualTo(Row.of(3.0, 3.0, 3.0, 3.0));
    }

    @Test
    void refusesTextInPlanning() {
        assertThatThrownBy(() -> StatsSql.of("zscore(x)", "'a'"))
                .hasStackTraceContaining("Expected signatures are:\nzscore(x => DOUBLE)");
    }

    private Double score(double... values) {
        return function.getValue(accumulated(values));
    }

    private Zscore.Accumulator accumulated(double... values) {
        Zscore.Accumulator accumulator = function.createAccumulator();
        for (double value : values) {
            function.accumulate(accumulator, value);
        }
        return accumulator;
    }
}
