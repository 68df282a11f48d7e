package io.millrace.udf.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.apache.flink.table.data.TimestampData;
import org.apache.flink.types.Row;
import org.junit.jupiter.api.Test;

class TimeWeightedAvgTest {

    private final TimeWeightedAvg function = new TimeWeightedAvg();

    private final Recomputation<TimeWeightedAvg.Accumulator> recomputation = new Recomputation<>(
            function, (accumulator, row) -> function.accumulate(accumulator, (Double) row[0], (TimestampData) row[1]));

    private static Object[] rows(Random random) {
        return new Object[] {random.nextGaussian(), TimestampData.fromEpochMillis(random.nextInt(20))};
    }

    // The manual of the TimescaleDB Toolkit, time_weight with LOCF: 15 for this series.
    @Test
    void countsEachObservationUntilTheNext() throws Exception {
        assertThat(average(new double[][] {{0, 10}, {60, 20}, {120, 10}, {180, 20}, {240, 15}}))
                .isEqualTo(15.0);
    }

    // The same manual: 22.25 for this one.
    @Test
    void countsAnObservationByHowLongItLasts() throws Exception {
        assertThat(average(new double[][] {
                    {0, 10},
                    {60, 20},
                    {120, 10},
                    {180, 20},
                    {240, 10},
                    {480, 10},
                    {600, 30},
                    {630, 10},
                    {990, 35},
                    {1800, 60}
                }))
                .isEqualTo(22.25);
    }

    @Test
    void doesNotMindTheOrderOfRows() throws Exception {
        assertThat(average(new double[][] {{240, 15}, {60, 20}, {0, 10}, {180, 20}, {120, 10}}))
                .isEqualTo(15.0);
    }

    @Test
    void takesTheMeanOfObservationsOfOneInstant() throws Exception {
        assertThat(average(new double[][] {{0, 10}, {0, 20}, {60, 99}})).isEqualTo(15.0);
    }

    @Test
    void isNullWithoutTwoDifferentTimes() throws Exception {
        assertThat(average(new double[0][])).isNull();
        assertThat(average(new double[][] {{5, 10}})).isNull();
        assertThat(average(new double[][] {{5, 10}, {5, 30}})).isNull();
    }

    @Test
    void passesOverWhatIsNotAnObservation() throws Exception {
        TimeWeightedAvg.Accumulator accumulator = function.createAccumulator();
        function.accumulate(accumulator, 1.0, TimestampData.fromEpochMillis(0));
        function.accumulate(accumulator, null, TimestampData.fromEpochMillis(1));
        function.accumulate(accumulator, Double.NaN, TimestampData.fromEpochMillis(1));
        function.accumulate(accumulator, Double.POSITIVE_INFINITY, TimestampData.fromEpochMillis(1));
        function.accumulate(accumulator, 9.0, null);
        function.accumulate(accumulator, 3.0, TimestampData.fromEpochMillis(2));
        assertThat(function.getValue(accumulator)).isEqualTo(1.0);
    }

    @Test
    void retractsExactly() throws Exception {
        recomputation.equalsAfterRetract(
                (accumulator, row) -> function.retract(accumulator, (Double) row[0], (TimestampData) row[1]),
                TimeWeightedAvgTest::rows);
    }

    @Test
    void mergesExactly() throws Exception {
        recomputation.equalsAfterMerge(function::merge, TimeWeightedAvgTest::rows);
    }

    @Test
    void acceptsTimestampsInSql() {
        assertThat(StatsSql.of(
                        "time_weighted_avg(x, TO_TIMESTAMP_LTZ(x, 3)), time_weighted_avg(CAST(x AS DECIMAL(4, 1)),"
                                + " TIMESTAMPADD(SECOND, x, TIMESTAMP '2024-01-01 00:00:00'))",
                        1,
                        3,
                        4))
                .isEqualTo(Row.of(5.0 / 3, 5.0 / 3));
    }

    @Test
    void refusesOtherTypesInPlanning() {
        assertThatThrownBy(() -> StatsSql.of("time_weighted_avg(x, x)", 1))
                .hasStackTraceContaining("The time must be TIMESTAMP or TIMESTAMP_LTZ, not INT")
                .hasStackTraceContaining("time_weighted_avg(x DOUBLE, ts TIMESTAMP | TIMESTAMP_LTZ)");
    }

    private Double average(double[][] observations) throws Exception {
        TimeWeightedAvg.Accumulator accumulator = function.createAccumulator();
        for (double[] observation : observations) {
            function.accumulate(
                    accumulator, observation[1], TimestampData.fromEpochMillis((long) (observation[0] * 1000)));
        }
        return function.getValue(accumulator);
    }
}
