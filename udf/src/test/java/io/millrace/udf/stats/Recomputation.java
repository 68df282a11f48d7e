package io.millrace.udf.stats;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.udf.AccumulatorCopy;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.apache.flink.table.functions.AggregateFunction;
import org.apache.flink.table.types.DataType;

/** Checks that an accumulator that rows came to and went from answers as a new one with the rows that are left. */
final class Recomputation<A> {

    /** One call of a function's method that takes a row. */
    interface Change<A> {
        void apply(A accumulator, Object[] row) throws Exception;
    }

    /** One call of merge. */
    interface Merge<A> {
        void apply(A accumulator, Iterable<A> others) throws Exception;
    }

    private final AggregateFunction<?, A> function;
    private final Change<A> accumulate;
    private final UnaryOperator<A> copy;

    Recomputation(AggregateFunction<?, A> function, Change<A> accumulate) {
        this.function = function;
        this.accumulate = accumulate;
        copy = AccumulatorCopy::of;
    }

    Recomputation(AggregateFunction<?, A> function, Change<A> accumulate, Supplier<DataType> type) {
        this.function = function;
        this.accumulate = accumulate;
        copy = accumulator -> AccumulatorCopy.of(type.get(), accumulator);
    }

    /** Adds and removes random rows, and restores the accumulator from its serialised form now and then. */
    void equalsAfterRetract(Change<A> retract, Function<Random, Object[]> rows) throws Exception {
        for (int seed = 0; seed < 20; seed++) {
            Random random = new Random(seed);
            List<Object[]> left = new ArrayList<>();
            A accumulator = function.createAccumulator();
            for (int step = 0; step < 60; step++) {
                if (!left.isEmpty() && random.nextInt(5) < 2) {
                    retract.apply(accumulator, left.remove(random.nextInt(left.size())));
                } else {
                    left.add(rows.apply(random));
                    accumulate.apply(accumulator, left.get(left.size() - 1));
                }
                accumulator = step % 20 == 10 ? copy.apply(accumulator) : accumulator;
                assertThat(function.getValue(accumulator))
                        .as("seed %s, step %s", seed, step)
                        .isEqualTo(function.getValue(recomputed(left)));
            }
        }
    }

    /** Deals random rows out to three accumulators and merges two of them, restored, into the first. */
    void equalsAfterMerge(Merge<A> merge, Function<Random, Object[]> rows) throws Exception {
        for (int seed = 0; seed < 20; seed++) {
            Random random = new Random(seed);
            List<Object[]> all = new ArrayList<>();
            List<A> parts = new ArrayList<>();
            for (int part = 0; part < 3; part++) {
                List<Object[]> own = new ArrayList<>();
                for (int count = random.nextInt(12); count > 0; count--) {
                    own.add(rows.apply(random));
                }
                all.addAll(own);
                parts.add(copy.apply(recomputed(own)));
            }
            merge.apply(parts.get(0), parts.subList(1, 3));
            assertThat(function.getValue(parts.get(0)))
                    .as("seed %s", seed)
                    .isEqualTo(function.getValue(recomputed(all)));
        }
    }

    /** Restores the accumulator from its serialised form after every row. */
    void survivesARestart(Function<Random, Object[]> rows) throws Exception {
        Random random = new Random(7);
        List<Object[]> all = new ArrayList<>();
        A accumulator = function.createAccumulator();
        for (int step = 0; step < 30; step++) {
            all.add(rows.apply(random));
            accumulate.apply(accumulator, all.get(step));
            accumulator = copy.apply(accumulator);
        }
        assertThat(function.getValue(accumulator)).isNotNull().isEqualTo(function.getValue(recomputed(all)));
    }

    private A recomputed(List<Object[]> rows) throws Exception {
        A accumulator = function.createAccumulator();
        for (Object[] row : rows) {
            accumulate.apply(accumulator, row);
        }
        return accumulator;
    }
}
