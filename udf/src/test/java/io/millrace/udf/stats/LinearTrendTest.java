package io.millrace.udf.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.Random;
import org.apache.flink.table.data.TimestampData;
import org.apache.flink.types.Row;
import org.junit.jupiter.api.Test;

class LinearTrendTest {

    // NIST StRD, linear regression, Norris: y and x of 36 calibrations of ozone monitors.
    private static final double[][] NORRIS = {
        {0.1, 0.2}, {338.8, 337.4}, {118.1, 118.2}, {888.0, 884.6}, {9.2, 10.1}, {228.1, 226.5}, {668.5, 666.3},
        {998.5, 996.3}, {449.1, 448.6}, {778.9, 777.0}, {559.2, 558.2}, {0.3, 0.4}, {0.1, 0.6}, {778.1, 775.5},
        {668.8, 666.9}, {339.3, 338.0}, {448.9, 447.5}, {10.8, 11.6}, {557.7, 556.0}, {228.3, 228.1}, {998.0, 995.8},
        {888.8, 887.6}, {119.6, 120.2}, {0.3, 0.3}, {0.6, 0.3}, {557.6, 556.8}, {339.3, 339.1}, {888.0, 887.2},
        {998.5, 999.0}, {778.9, 779.0}, {10.2, 11.1}, {117.6, 118.3}, {228.9, 229.2}, {668.4, 669.1}, {449.2, 448.9},
        {0.2, 0.5}
    };

    private final LinearTrend function = new LinearTrend();

    private final Recomputation<LinearTrend.Accumulator> recomputation = new Recomputation<>(
            function, (accumulator, row) -> function.accumulate(accumulator, (Double) row[0], (Double) row[1]));

    private static Object[] rows(Random random) {
        return new Object[] {random.nextGaussian() * 1e6, random.nextInt(10) / 10.0};
    }

    @Test
    void givesTheCertifiedValuesOfNorris() {
        Row line = trend(NORRIS);

        assertThat((Double) line.getField(0)).isCloseTo(1.00211681802045, withinPercentage(1e-12));
        assertThat((Double) line.getField(1)).isCloseTo(-0.262323073774029, withinPercentage(1e-12));
        assertThat((Double) line.getField(2)).isCloseTo(0.999993745883712, withinPercentage(1e-12));
    }

    @Test
    void findsALineFarFromTheOrigin() {
        Row line = trend(new double[][] {{1e9 + 1, 1e12}, {1e9 + 3, 1e12 + 1}, {1e9 + 5, 1e12 + 2}});

        assertThat(line).isEqualTo(Row.of(2.0, 1e9 + 1 - 2e12, 1.0));
    }

    @Test
    void staysFiniteForTheLargestNumbersThatAreTaken() {
        double[][] points = {{1e90, 1e90}, {-1e90, -1e90}, {0, 0}};

        assertThat(trend(points)).isEqualTo(Row.of(1.0, 0.0, 1.0));
    }

    @Test
    void isNullWithoutTwoDifferentTimes() {
        assertThat(trend(new double[0][])).isNull();
        assertThat(trend(new double[][] {{1, 2}})).isNull();
        assertThat(trend(new double[][] {{1, 2}, {3, 2}})).isNull();
        assertThat(trend(new double[][] {{1, 0.1}, {2, 0.1}, {3, 0.1}})).isNull();
    }

    // SQL:2016, REGR_R2: 1 where the dependent variable is constant.
    @Test
    void fitsAConstantWholly() {
        assertThat(trend(new double[][] {{5, 1}, {5, 2}, {5, 4}})).isEqualTo(Row.of(0.0, 5.0, 1.0));
    }

    @Test
    void givesTheChangePerSecondOverTime() {
        LinearTrend.Accumulator accumulator = function.createAccumulator();
        function.accumulate(accumulator, 10.0, TimestampData.fromEpochMillis(0, 500_000));
        function.accumulate(accumulator, 11.0, TimestampData.fromEpochMillis(500, 500_000));
        function.accumulate(accumulator, 12.0, TimestampData.fromEpochMillis(1000, 500_999));
        function.accumulate(accumulator, 12.0, (TimestampData) null);

        assertThat(function.getValue(accumulator)).isEqualTo(Row.of(2.0, 9.999, 1.0));
        function.retract(accumulator, 11.0, TimestampData.fromEpochMillis(500, 500_000));
        assertThat(function.getValue(accumulator)).isEqualTo(Row.of(2.0, 9.999, 1.0));
    }

    @Test
    void passesOverWhatIsNotANumber() {
        LinearTrend.Accumulator accumulator = function.createAccumulator();
        function.accumulate(accumulator, 1.0, 1.0);
        function.accumulate(accumulator, null, 2.0);
        function.accumulate(accumulator, 1.0, (Double) null);
        function.accumulate(accumulator, Double.NaN, 2.0);
        function.accumulate(accumulator, 1.0, Double.POSITIVE_INFINITY);
        function.accumulate(accumulator, 3.0, 2.0);

        assertThat(function.getValue(accumulator)).isEqualTo(Row.of(2.0, -1.0, 1.0));
    }

    @Test
    void retractsExactly() throws Exception {
        recomputation.equalsAfterRetract(
                (accumulator, row) -> function.retract(accumulator, (Double) row[0], (Double) row[1]),
                LinearTrendTest::rows);
    }

    @Test
    void mergesExactly() throws Exception {
        recomputation.equalsAfterMerge(function::merge, LinearTrendTest::rows);
    }

    @Test
    void acceptsNumbersAndTimestampsInSql() {
        assertThat(StatsSql.of(
                        "linear_trend(x, x), linear_trend(x, 2.0 * x), linear_trend(x, TO_TIMESTAMP_LTZ(x, 3)),"
                                + " linear_trend(x, TIMESTAMPADD(SECOND, x, TIMESTAMP '2024-01-01 00:00:00')).slope",
                        1,
                        2))
                .isEqualTo(Row.of(Row.of(1.0, 0.0, 1.0), Row.of(0.5, 0.0, 1.0), Row.of(1000.0, 0.0, 1.0), 1.0));
    }

    @Test
    void refusesOtherTypesInPlanning() {
        assertThatThrownBy(() -> StatsSql.of("linear_trend(x, DATE '2024-01-01')", 1))
                .hasStackTraceContaining("The time must be NUMERIC or TIMESTAMP or TIMESTAMP_LTZ, not DATE")
                .hasStackTraceContaining("linear_trend(x DOUBLE, t NUMERIC | TIMESTAMP | TIMESTAMP_LTZ)");
    }

    private Row trend(double[][] points) {
        LinearTrend.Accumulator accumulator = function.createAccumulator();
        for (double[] point : points) {
            function.accumulate(accumulator, point[0], point[1]);
        }
        return function.getValue(accumulator);
    }
}
