package io.millrace.udf.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.apache.flink.types.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PercentileTest {

    private final Percentile function = new Percentile();

    private final Recomputation<Percentile.Accumulator> recomputation =
            new Recomputation<>(function, (accumulator, row) -> function.accumulate(accumulator, (Double) row[0], 0.9));

    private static Object[] rows(Random random) {
        return new Object[] {random.nextInt(20) / 4.0};
    }

    // Wikipedia, "Percentile", linear interpolation with C = 1: 29 at 40 %; R: quantile(c(15, 20, 35, 40, 50)) gives
    // 15 20 35 40 50 at the quarters.
    @ParameterizedTest
    @CsvSource({"0, 15", "0.25, 20", "0.4, 29", "0.5, 35", "0.75, 40", "1, 50"})
    void interpolatesLinearlyBetweenRows(double p, double expected) throws Exception {
        assertThat(percentile(p, 40, 15, 50, 20, 35)).isEqualTo(expected);
    }

    // Wikipedia, the same place: the 75th percentile of 1, 2, 3, 4 is 3.25.
    @Test
    void interpolatesWithinTheLastGap() throws Exception {
        assertThat(percentile(0.75, 4, 3, 2, 1)).isEqualTo(3.25);
    }

    @Test
    void countsEqualRowsAsOftenAsTheyOccur() throws Exception {
        assertThat(percentile(0.5, 1, 1, 1, 9)).isEqualTo(1.0);
        assertThat(percentile(0.5, -0.0, 0.0, 5)).isEqualTo(0.0);
    }

    @Test
    void doesNotOverflowBetweenTheLargestNumbers() throws Exception {
        assertThat(percentile(0.5, -Double.MAX_VALUE, Double.MAX_VALUE)).isZero();
        assertThat(percentile(1, Double.MAX_VALUE, Double.MAX_VALUE)).isEqualTo(Double.MAX_VALUE);
    }

    @Test
    void passesOverWhatIsNotANumber() throws Exception {
        Percentile.Accumulator accumulator = function.createAccumulator();
        assertThat(function.getValue(accumulator)).isNull();
        function.accumulate(accumulator, 3.0, 0.5);
        function.accumulate(accumulator, null, 0.5);
        function.accumulate(accumulator, Double.NaN, 0.5);
        function.accumulate(accumulator, Double.POSITIVE_INFINITY, 0.5);
        function.accumulate(accumulator, 9.0, 1.5);
        function.accumulate(accumulator, 9.0, null);
        assertThat(function.getValue(accumulator)).isEqualTo(3.0);
    }

    @Test
    void retractsExactly() throws Exception {
        recomputation.equalsAfterRetract(
                (accumulator, row) -> function.retract(accumulator, (Double) row[0], 0.9), PercentileTest::rows);
    }

    @Test
    void mergesExactly() throws Exception {
        recomputation.equalsAfterMerge(function::merge, PercentileTest::rows);
    }

    @Test
    void acceptsEveryNumberInSql() {
        assertThat(StatsSql.of(
                        "percentile(x, 0.5), percentile(x, 1), percentile(CAST(x AS FLOAT), 5e-1),"
                                + " percentile(x, CAST(NULL AS DOUBLE))",
                        "1.0",
                        "2.5"))
                .isEqualTo(Row.of(1.75, 2.5, 1.75, null));
    }

    @Test
    void refusesAFractionOutOfBoundsInPlanning() {
        assertThatThrownBy(() -> StatsSql.of("percentile(x, 95)", 1, 2))
                .hasStackTraceContaining("p must be between 0 and 1, but is 95.");
        assertThatThrownBy(() -> StatsSql.of("percentile(x, -0.1)", 1, 2))
                .hasStackTraceContaining("p must be between 0 and 1, but is -0.1.");
    }

    @Test
    void refusesTextInPlanning() {
        assertThatThrownBy(() -> StatsSql.of("percentile(x, 'half')", 1, 2))
                .hasStackTraceContaining("p must be a number, not CHAR(4)");
        assertThatThrownBy(() -> StatsSql.of("percentile(x, 0.5)", "'a'"))
                .hasStackTraceContaining("percentile(x DOUBLE, p NUMERIC)");
    }

    private Double percentile(double p, double... values) throws Exception {
        Percentile.Accumulator accumulator = function.createAccumulator();
        for (double value : values) {
            function.accumulate(accumulator, value, p);
        }
        return function.getValue(accumulator);
    }
}
