package io.millrace.udf.stats;

import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.apache.flink.table.api.DataTypes;
import org.apache.flink.table.api.dataview.MapView;
import org.apache.flink.table.catalog.DataTypeFactory;
import org.apache.flink.table.data.TimestampData;
import org.apache.flink.table.functions.AggregateFunction;
import org.apache.flink.table.types.inference.ArgumentTypeStrategy;
import org.apache.flink.table.types.inference.InputTypeStrategies;
import org.apache.flink.table.types.inference.TypeInference;
import org.apache.flink.table.types.inference.TypeStrategies;

/**
 * Averages a column over time: each observation counts for as long as it was the latest.
 *
 * <p>The integral of the step function that carries the last observation forward (LOCF), divided by the time from the
 * first to the last observation of the group: method LOCF of {@code time_weight} in the TimescaleDB Toolkit. The last
 * observation only ends the time. Rows may come in any order. Several observations of one microsecond count as their
 * mean. Rows whose x is NULL, NaN, infinite or above 1e90, or whose time is NULL, are passed over. NULL if there are
 * not two different times. A row costs one access to state, a result a sort of all distinct times of the group.
 */
public final class TimeWeightedAvg extends AggregateFunction<Double, TimeWeightedAvg.Accumulator> {

    private static final long serialVersionUID = 1L;

    /** The observations of one microsecond. */
    public static class Instant {
        /** How many there are. */
        public long count;
        /** The sum of their values. */
        public double[] sum = ExactSum.empty();
    }

    /** The observations by time. */
    public static class Accumulator {
        /** By microseconds since 1970. */
        public MapView<Long, Instant> instants = new MapView<>();
    }

    @Override
    public Accumulator createAccumulator() {
        return new Accumulator();
    }

    /** Adds an observation. */
    public void accumulate(Accumulator accumulator, Double x, TimestampData ts) throws Exception {
        if (x != null && ts != null && ExactSum.accepts(x)) {
            add(accumulator, TimeArgument.micros(ts), 1, new double[] {x});
        }
    }

    /** Removes an observation. */
    public void retract(Accumulator accumulator, Double x, TimestampData ts) throws Exception {
        if (x != null && ts != null && ExactSum.accepts(x)) {
            add(accumulator, TimeArgument.micros(ts), -1, new double[] {-x});
        }
    }

    /** Adds the observations of others. */
    public void merge(Accumulator accumulator, Iterable<Accumulator> others) throws Exception {
        for (Accumulator other : others) {
            for (Map.Entry<Long, Instant> entry : StateView.entries(other.instants)) {
                add(accumulator, entry.getKey(), entry.getValue().count, entry.getValue().sum);
            }
        }
    }

    @Override
    public Double getValue(Accumulator accumulator) {
        NavigableMap<Long, Double> steps = new TreeMap<>();
        for (Map.Entry<Long, Instant> entry : StateView.entries(accumulator.instants)) {
            Instant instant = entry.getValue();
            steps.put(entry.getKey(), ExactSum.value(instant.sum) / instant.count);
        }
        return steps.size() < 2 ? null : integral(steps) / (steps.lastKey() - steps.firstKey());
    }

    @Override
    public TypeInference getTypeInference(DataTypeFactory types) {
        return TypeInference.newBuilder()
                .inputTypeStrategy(InputTypeStrategies.sequence(new String[] {"x", "ts"}, new ArgumentTypeStrategy[] {
                    InputTypeStrategies.explicit(DataTypes.DOUBLE()), new TimeArgument(false)
                }))
                .accumulatorTypeStrategy(TypeStrategies.explicit(types.createDataType(Accumulator.class)))
                .outputTypeStrategy(TypeStrategies.explicit(DataTypes.DOUBLE()))
                .build();
    }

    private static double integral(NavigableMap<Long, Double> steps) {
        double[] area = ExactSum.empty();
        Map.Entry<Long, Double> from = steps.firstEntry();
        for (Map.Entry<Long, Double> to : steps.tailMap(from.getKey(), false).entrySet()) {
            area = ExactSum.addProduct(area, from.getValue(), (double) (to.getKey() - from.getKey()));
            from = to;
        }
        return ExactSum.value(area);
    }

    private static void add(Accumulator accumulator, long micros, long count, double[] sum) throws Exception {
        Instant instant = accumulator.instants.get(micros);
        Instant changed = instant == null ? new Instant() : instant;
        changed.count += count;
        changed.sum = ExactSum.addAll(changed.sum, sum);
        if (changed.count == 0) {
            accumulator.instants.remove(micros);
        } else {
            accumulator.instants.put(micros, changed);
        }
    }
}
