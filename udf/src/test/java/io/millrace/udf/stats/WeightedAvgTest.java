package io.millrace.udf.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Random;
import org.apache.flink.table.api.DataTypes;
import org.apache.flink.types.Row;
import org.junit.jupiter.api.Test;

class WeightedAvgTest {

    private final WeightedAvg function = new WeightedAvg();

    private final Recomputation<WeightedAvg.Accumulator> ofDoubles = new Recomputation<>(
            function, (accumulator, row) -> function.accumulate(accumulator, (Double) row[0], (Double) row[1]));

    private final Recomputation<WeightedAvg.Accumulator> ofDecimals = new Recomputation<>(
            function, (accumulator, row) -> function.accumulate(accumulator, (BigDecimal) row[0], (BigDecimal) row[1]));

    private static Object[] doubles(Random random) {
        return new Object[] {random.nextGaussian() * 1e9, random.nextDouble()};
    }

    private static Object[] decimals(Random random) {
        return new Object[] {BigDecimal.valueOf(random.nextInt(), 3), BigDecimal.valueOf(random.nextInt(100), 1)};
    }

    // Wikipedia, "Weighted arithmetic mean": classes of 20 and 30 students with the averages 80 and 90.
    @Test
    void countsEachRowByItsWeight() {
        assertThat(StatsSql.of("weighted_avg(x, CASE x WHEN 80 THEN 20 ELSE 30 END)", 80, 90))
                .isEqualTo(Row.of(86.0));
    }

    @Test
    void roundsDecimalsHalfUpOnceAtTheScaleOfFlinksAvg() {
        assertThat(StatsSql.of(
                        "weighted_avg(x, 3), weighted_avg(x, 1.5), weighted_avg(CAST(x AS DECIMAL(20, 9)), 3)",
                        "1.00",
                        "2.00",
                        "2.00"))
                .isEqualTo(
                        Row.of(new BigDecimal("1.666667"), new BigDecimal("1.666667"), new BigDecimal("1.666666667")));
        assertThat(average("0.000001", "0.000002")).isEqualTo(new BigDecimal("0.000002"));
        assertThat(average("-0.000001", "-0.000002")).isEqualTo(new BigDecimal("-0.000002"));
    }

    @Test
    void losesNoDigitOfTheWidestDecimalsAndIsNullWhereTheAverageDoesNotFit() {
        String widest = "99999999999999999999999999999999.999999";

        assertThat(StatsSql.of(
                        "weighted_avg(ABS(CAST(x AS DECIMAL(38, 6))), ABS(CAST(x AS DECIMAL(38, 6)))),"
                                + " weighted_avg(CAST(x AS DECIMAL(38, 6)),"
                                + " CASE WHEN x LIKE '-%' THEN -1.0 ELSE 1.000001 END)",
                        "'" + widest + "'", "'-" + widest + "'"))
                .isEqualTo(Row.of(new BigDecimal(widest), null));
    }

    @Test
    void isDecimalWhereOneIsAndTheOtherIsExact() {
        assertThat(type("1.25", "2.5")).isEqualTo(DataTypes.DECIMAL(38, 6));
        assertThat(type("CAST(1 AS DECIMAL(20, 9))", "CAST(2 AS BIGINT)")).isEqualTo(DataTypes.DECIMAL(38, 9));
        assertThat(type("CAST(1 AS TINYINT)", "2.5")).isEqualTo(DataTypes.DECIMAL(38, 6));
        assertThat(type("1", "2")).isEqualTo(DataTypes.DOUBLE());
        assertThat(type("1.5", "2e0")).isEqualTo(DataTypes.DOUBLE());
        assertThat(type("NULL", "1.5")).isEqualTo(DataTypes.DOUBLE());
    }

    @Test
    void isNullWithoutWeight() {
        assertThat(function.getValue(function.createAccumulator())).isNull();
        assertThat(StatsSql.of(
                        "weighted_avg(x, 0), weighted_avg(CAST(x AS DECIMAL(4, 2)), 0),"
                                + " weighted_avg(x, CASE x WHEN 1 THEN 0.1e0 ELSE -0.1e0 END)",
                        1,
                        2))
                .isEqualTo(Row.of(null, null, null));
    }

    @Test
    void passesOverWhatIsNotANumber() {
        WeightedAvg.Accumulator accumulator = function.createAccumulator();
        function.accumulate(accumulator, 4.0, 2.0);
        function.accumulate(accumulator, null, 1.0);
        function.accumulate(accumulator, 1.0, null);
        function.accumulate(accumulator, Double.NaN, 1.0);
        function.accumulate(accumulator, 1.0, Double.POSITIVE_INFINITY);
        assertThat(function.getValue(accumulator)).isEqualTo(4.0);
        assertThat(StatsSql.of("weighted_avg(x, 1.5)", "CAST(NULL AS DECIMAL(4, 2))", "2.00"))
                .isEqualTo(Row.of(new BigDecimal("2.000000")));
    }

    @Test
    void retractsExactly() throws Exception {
        ofDoubles.equalsAfterRetract(
                (accumulator, row) -> function.retract(accumulator, (Double) row[0], (Double) row[1]),
                WeightedAvgTest::doubles);
        ofDecimals.equalsAfterRetract(
                (accumulator, row) -> function.retract(accumulator, (BigDecimal) row[0], (BigDecimal) row[1]),
                WeightedAvgTest::decimals);
    }

    @Test
    void mergesExactly() throws Exception {
        ofDoubles.equalsAfterMerge(function::merge, WeightedAvgTest::doubles);
        ofDecimals.equalsAfterMerge(function::merge, WeightedAvgTest::decimals);
    }

    @Test
    void refusesTextInPlanning() {
        assertThatThrownBy(() -> StatsSql.of("weighted_avg(x, 'heavy')", 1))
                .hasStackTraceContaining("Value and weight must be numbers, not CHAR(5)")
                .hasStackTraceContaining("weighted_avg(x NUMERIC, w NUMERIC)");
    }

    private Object average(String... decimals) {
        WeightedAvg.Accumulator accumulator = function.createAccumulator();
        for (String decimal : decimals) {
            function.accumulate(accumulator, new BigDecimal(decimal), BigDecimal.ONE);
        }
        return function.getValue(accumulator);
    }

    private static Object type(String value, String weight) {
        return StatsSql.STREAMING.typeOf("weighted_avg(" + value + ", " + weight + ")");
    }
}
