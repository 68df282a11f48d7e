package io.millrace.udf.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.apache.flink.table.api.DataTypes;
import org.apache.flink.types.Row;
import org.apache.flink.types.RowKind;
import org.junit.jupiter.api.Test;

class ArgMaxTest {

    private final ArgMax function = new ArgMax();

    private final Recomputation<ArgMax.Accumulator> recomputation = new Recomputation<>(
            function,
            (accumulator, row) -> function.accumulate(accumulator, row[0], row[1]),
            () -> Ranking.stateType(List.of(DataTypes.STRING(), DataTypes.INT())));

    // No two rows of one y differ, because which of them is first is not the same after a merge.
    private static Object[] rows(Random random) {
        int y = random.nextInt(8);
        return new Object[] {y == 5 ? null : "x" + y, y == 0 ? null : (Object) y};
    }

    @Test
    void takesTheValueBesideTheGreatest() throws Exception {
        ArgMax.Accumulator accumulator = function.createAccumulator();
        assertThat(function.getValue(accumulator)).isNull();
        function.accumulate(accumulator, "worker", 1000);
        function.accumulate(accumulator, "director", 5000);
        function.accumulate(accumulator, "manager", 3000);
        assertThat(function.getValue(accumulator)).isEqualTo("director");
    }

    @Test
    void takesTheFirstOfEqualRowsAndTheNextOnceThatIsGone() throws Exception {
        ArgMax.Accumulator accumulator = function.createAccumulator();
        function.accumulate(accumulator, "a", 2.0);
        function.accumulate(accumulator, "b", 2.0);
        function.accumulate(accumulator, "c", 1.0);
        assertThat(function.getValue(accumulator)).isEqualTo("a");
        function.retract(accumulator, "a", 2.0);
        assertThat(function.getValue(accumulator)).isEqualTo("b");
        function.retract(accumulator, "b", 2.0);
        assertThat(function.getValue(accumulator)).isEqualTo("c");
        function.retract(accumulator, "c", 1.0);
        assertThat(function.getValue(accumulator)).isNull();
    }

    @Test
    void allowsANullValueAndPassesOverANullOrNaNRank() throws Exception {
        ArgMax.Accumulator accumulator = function.createAccumulator();
        function.accumulate(accumulator, "nothing", null);
        function.accumulate(accumulator, "not a number", Double.NaN);
        function.accumulate(accumulator, "not a number", Float.NaN);
        assertThat(function.getValue(accumulator)).isNull();
        function.accumulate(accumulator, "low", Double.NEGATIVE_INFINITY);
        assertThat(function.getValue(accumulator)).isEqualTo("low");
        function.accumulate(accumulator, null, Double.POSITIVE_INFINITY);
        assertThat(function.getValue(accumulator)).isNull();
        function.retract(accumulator, null, Double.POSITIVE_INFINITY);
        assertThat(function.getValue(accumulator)).isEqualTo("low");
    }

    @Test
    void removesValuesThatAreEqualWithoutBeingTheSame() throws Exception {
        ArgMax.Accumulator accumulator = function.createAccumulator();
        function.accumulate(accumulator, new byte[] {1}, -0.0);
        function.accumulate(accumulator, new byte[] {2}, 0.0);
        function.retract(accumulator, new byte[] {1}, 0.0);
        assertThat(function.getValue(accumulator)).isEqualTo(new byte[] {2});
    }

    @Test
    void ignoresTheRemovalOfARowThatHasExpired() throws Exception {
        ArgMax.Accumulator accumulator = function.createAccumulator();
        function.accumulate(accumulator, "a", 1);
        function.retract(accumulator, "b", 1);
        function.retract(accumulator, "c", 2);
        assertThat(function.getValue(accumulator)).isEqualTo("a");
    }

    @Test
    void retractsExactly() throws Exception {
        recomputation.equalsAfterRetract(
                (accumulator, row) -> function.retract(accumulator, row[0], row[1]), ArgMaxTest::rows);
    }

    @Test
    void mergesExactly() throws Exception {
        recomputation.equalsAfterMerge(function::merge, ArgMaxTest::rows);
    }

    @Test
    void ranksByEveryTypeThatHasAnOrder() {
        List<String> ranks = List.of(
                "x",
                "x + 0.25",
                "x + 1e0",
                "CAST(x AS TINYINT)",
                "CAST(x AS STRING)",
                "CAST(x AS CHAR(1))",
                "x > 1",
                "CASE x WHEN 1 THEN DATE '2024-01-31' ELSE DATE '2024-02-01' END",
                "CASE x WHEN 1 THEN TIME '09:00:00' ELSE TIME '10:00:00' END",
                "CASE x WHEN 1 THEN TIMESTAMP '2024-01-01 00:00:00.000001' ELSE TIMESTAMP '2024-01-01 00:00:00.000002' END",
                "TO_TIMESTAMP_LTZ(x, 3)",
                // U+FF5E and U+1F600, whose order as UTF-16 is the other one
                "CASE x WHEN 1 THEN '\uFF5E' ELSE '\uD83D\uDE00' END");

        assertThat(StatsSql.of(aggregates("arg_max(x, %s)", ranks), 1, 2))
                .isEqualTo(Row.of(Collections.nCopies(12, 2).toArray()));
        assertThat(StatsSql.of(aggregates("arg_min(x, %s)", ranks), 1, 2))
                .isEqualTo(Row.of(Collections.nCopies(12, 1).toArray()));
    }

    @Test
    void takesValuesOfEveryTypeAlsoOutOfAnUpdatedTable() {
        List<String> values = List.of(
                "x",
                "CAST(x AS DECIMAL(20, 3))",
                "CAST(x AS STRING)",
                "CASE x WHEN 1 THEN X'0102' ELSE X'03' END",
                "x > 1",
                "ARRAY[x, x + 1]",
                "MAP['x', x]",
                "ROW(x, 'x')",
                "ARRAY[ROW(x, CAST(NULL AS STRING))]",
                "CASE x WHEN 1 THEN DATE '2024-01-01' END",
                "INTERVAL '1' DAY * x",
                "TO_TIMESTAMP_LTZ(x, 3)");
        String query = "SELECT " + aggregates("arg_max(%s, y)", values) + " FROM (SELECT MAX(x) AS x, MIN(x) AS y"
                + " FROM (VALUES (1, 1), (1, 4), (2, 3), (2, 2), (3, 1)) AS t (k, x) GROUP BY k)";
        Row last = StatsSql.STREAMING.last(query);
        last.setKind(RowKind.INSERT);

        assertThat(last).isEqualTo(StatsSql.BATCH.last(query));
        assertThat(last.getField(0)).isEqualTo(3);
    }

    @Test
    void refusesARankWithoutAnOrderInPlanning() {
        assertThatThrownBy(() -> StatsSql.of("arg_max(x, ARRAY[x])", 1))
                .hasStackTraceContaining(
                        "y must be a number, a string, a boolean, a date or a time, not ARRAY<INT NOT NULL>")
                .hasStackTraceContaining("y COMPARABLE");
    }

    private static String aggregates(String call, List<String> arguments) {
        return arguments.stream().map(call::formatted).collect(Collectors.joining(", "));
    }
}
