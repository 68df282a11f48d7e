package io.millrace.udf.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.LocalDateTime;
import org.apache.flink.table.data.TimestampData;
import org.apache.flink.types.Row;
import org.junit.jupiter.api.Test;

class EwmaTest {

    private static final LocalDateTime NEW_YEAR = LocalDateTime.of(2020, 1, 1, 0, 0);

    private final Ewma function = new Ewma();

    // NIST/SEMATECH e-Handbook of Statistical Methods, 6.3.2.4: the target 50, 20 values and their EWMA for lambda 0.3.
    @Test
    void followsTheControlChartOfTheHandbook() {
        double[] values = {
            50, 52.0, 47.0, 53.0, 49.3, 50.1, 47.0, 51.0, 50.1, 51.2, 50.5, 49.6, 47.6, 49.9, 51.3, 47.8, 51.2, 52.6,
            52.4, 53.6, 52.1
        };
        double[] expected = {
            50.00, 50.60, 49.52, 50.56, 50.18, 50.16, 49.21, 49.75, 49.85, 50.26, 50.33, 50.11, 49.36, 49.52, 50.05,
            49.38, 49.92, 50.73, 51.23, 51.94, 51.99
        };
        Ewma.Accumulator accumulator = function.createAccumulator();
        for (int i = 0; i < values.length; i++) {
            function.accumulate(accumulator, values[i], 0.3);
            assertThat(function.getValue(accumulator)).isCloseTo(expected[i], within(0.005000001));
        }
    }

    // The manual of pandas, DataFrame.ewm: halflife='4 days' at these times gives 0, 0.585786, 1.523889, 3.233686.
    @Test
    void halvesTheWeightAfterAHalfLife() {
        Ewma.Accumulator accumulator = function.createAccumulator();

        assertThat(afterDays(accumulator, 0, 0)).isEqualTo(0);
        assertThat(afterDays(accumulator, 2, 1)).isCloseTo(0.585786, within(5e-7));
        assertThat(afterDays(accumulator, 9, 2)).isCloseTo(1.523889, within(5e-7));
        assertThat(afterDays(accumulator, 16, 4)).isCloseTo(3.233686, within(5e-7));
    }

    @Test
    void doesNotMindTheOrderOfRowsThatHaveATime() {
        Ewma.Accumulator accumulator = function.createAccumulator();
        afterDays(accumulator, 16, 4);
        afterDays(accumulator, 0, 0);
        afterDays(accumulator, 9, 2);

        assertThat(afterDays(accumulator, 2, 1)).isCloseTo(3.233686, within(5e-7));
    }

    @Test
    void staysFiniteWhereAgesExceedAllWeights() {
        Ewma.Accumulator accumulator = function.createAccumulator();
        afterDays(accumulator, 0, 1);

        assertThat(afterDays(accumulator, 3_000_000, 2)).isEqualTo(2);
        assertThat(afterDays(accumulator, 1, 7)).isEqualTo(2);
    }

    @Test
    void passesOverWhatIsNotANumber() {
        Ewma.Accumulator accumulator = function.createAccumulator();
        assertThat(function.getValue(accumulator)).isNull();
        function.accumulate(accumulator, 4.0, 0.5);
        function.accumulate(accumulator, null, 0.5);
        function.accumulate(accumulator, Double.NaN, 0.5);
        function.accumulate(accumulator, Double.NEGATIVE_INFINITY, 0.5);
        function.accumulate(accumulator, 9.0, null);
        function.accumulate(accumulator, 9.0, 0.0);
        function.accumulate(accumulator, 9.0, 1.01);
        function.accumulate(accumulator, 9.0, 60.0, null);
        function.accumulate(accumulator, 9.0, -1.0, TimestampData.fromEpochMillis(0));
        assertThat(function.getValue(accumulator)).isEqualTo(4.0);
    }

    @Test
    void survivesARestart() throws Exception {
        new Recomputation<>(function, (accumulator, row) -> function.accumulate(accumulator, (Double) row[0], 0.2))
                .survivesARestart(random -> new Object[] {random.nextGaussian()});
    }

    @Test
    void acceptsEveryNumberAndTimeInSql() {
        assertThat(StatsSql.of(
                        "ewma(x, 0.5), ewma(CAST(x AS DECIMAL(4, 2)), 1), ewma(1, 60, TIMESTAMP '2024-01-01 00:00:00'),"
                                + " ewma(1.5, 0.5e0, TO_TIMESTAMP_LTZ(x, 3))",
                        1,
                        2))
                .isEqualTo(Row.of(1.5, 2.0, 1.0, 1.5));
    }

    @Test
    void refusesWrongArgumentsInPlanning() {
        assertThatThrownBy(() -> StatsSql.of("ewma(x, 0)", 1))
                .hasStackTraceContaining("alpha must be above 0 and not above 1, but is 0.");
        assertThatThrownBy(() -> StatsSql.of("ewma(x, 30)", 1))
                .hasStackTraceContaining("alpha must be above 0 and not above 1, but is 30.");
        assertThatThrownBy(() -> StatsSql.of("ewma(x, 0, TIMESTAMP '2024-01-01 00:00:00')", 1))
                .hasStackTraceContaining("half_life must be above 0 seconds, but is 0.");
        assertThatThrownBy(() -> StatsSql.of("ewma(x, 60, DATE '2024-01-01')", 1))
                .hasStackTraceContaining("The time must be TIMESTAMP or TIMESTAMP_LTZ, not DATE")
                .hasStackTraceContaining("ewma(x DOUBLE, half_life NUMERIC, ts TIMESTAMP | TIMESTAMP_LTZ)");
    }

    private Double afterDays(Ewma.Accumulator accumulator, long days, double x) {
        TimestampData ts = TimestampData.fromLocalDateTime(NEW_YEAR.plusDays(days));
        function.accumulate(accumulator, x, (double) Duration.ofDays(4).toSeconds(), ts);
        return function.getValue(accumulator);
    }
}
