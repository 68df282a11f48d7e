package io.millrace.udf.stats;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.apache.flink.table.api.DataTypes;
import org.junit.jupiter.api.Test;

class ArgMinTest {

    private final ArgMin function = new ArgMin();

    private final Recomputation<ArgMax.Accumulator> recomputation = new Recomputation<>(
            function,
            (accumulator, row) -> function.accumulate(accumulator, row[0], row[1]),
            () -> Ranking.stateType(List.of(DataTypes.INT(), DataTypes.STRING())));

    private static Object[] rows(Random random) {
        int y = random.nextInt(8);
        return new Object[] {y, "y" + y};
    }

    // The manual of ClickHouse, argMin: director 5000, manager 3000, worker 1000 gives worker.
    @Test
    void takesTheValueBesideTheSmallest() throws Exception {
        ArgMax.Accumulator accumulator = function.createAccumulator();
        assertThat(function.getValue(accumulator)).isNull();
        function.accumulate(accumulator, "director", 5000);
        function.accumulate(accumulator, "manager", 3000);
        function.accumulate(accumulator, "worker", 1000);
        function.accumulate(accumulator, "nobody", null);
        assertThat(function.getValue(accumulator)).isEqualTo("worker");
    }

    @Test
    void takesTheFirstOfEqualRows() throws Exception {
        ArgMax.Accumulator accumulator = function.createAccumulator();
        function.accumulate(accumulator, "a", 2);
        function.accumulate(accumulator, "b", 2);
        assertThat(function.getValue(accumulator)).isEqualTo("a");
    }

    @Test
    void retractsExactly() throws Exception {
        recomputation.equalsAfterRetract(
                (accumulator, row) -> function.retract(accumulator, row[0], row[1]), ArgMinTest::rows);
    }

    @Test
    void mergesExactly() throws Exception {
        recomputation.equalsAfterMerge(function::merge, ArgMinTest::rows);
    }
}
