package io.millrace.udf.stats;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.flink.table.api.DataTypes;
import org.apache.flink.table.api.dataview.MapView;
import org.apache.flink.table.types.DataType;
import org.apache.flink.table.types.inference.ArgumentTypeStrategy;
import org.apache.flink.table.types.inference.InputTypeStrategies;
import org.apache.flink.table.types.inference.TypeInference;
import org.apache.flink.table.types.inference.TypeStrategies;

/** What {@link ArgMax} and {@link ArgMin} do with their state; they differ in the sign of a comparison only. */
final class Ranking {

    private final int sign;

    /** A ranking with the greatest first (sign 1) or the smallest first (sign -1). */
    Ranking(int sign) {
        this.sign = sign;
    }

    static TypeInference typeInference() {
        return TypeInference.newBuilder()
                .inputTypeStrategy(InputTypeStrategies.sequence(
                        new String[] {"x", "y"}, new ArgumentTypeStrategy[] {InputTypeStrategies.ANY, new Rank()}))
                .accumulatorTypeStrategy(call -> Optional.of(stateType(call.getArgumentDataTypes())))
                .outputTypeStrategy(TypeStrategies.forceNullable(TypeStrategies.argument(0)))
                .build();
    }

    /** The type of the state for the types of the arguments. */
    static DataType stateType(List<DataType> arguments) {
        DataType value = arguments.get(0).nullable();
        DataType rank = arguments.get(1).notNull();
        DataType values = DataTypes.ARRAY(value).notNull().bridgedTo(List.class);
        return DataTypes.STRUCTURED(
                ArgMax.Accumulator.class,
                DataTypes.FIELD("best", rank.nullable()),
                DataTypes.FIELD("values", MapView.newMapViewDataType(rank, values)));
    }

    void add(ArgMax.Accumulator accumulator, Object value, Object by) throws Exception {
        Object rank = Rank.of(by);
        if (rank != null) {
            List<Object> values = present(accumulator, rank);
            values.add(value);
            keep(accumulator, rank, values);
        }
    }

    void remove(ArgMax.Accumulator accumulator, Object value, Object by) throws Exception {
        Object rank = Rank.of(by);
        if (rank == null) {
            return;
        }
        List<Object> values = present(accumulator, rank);
        removeFirst(values, value);
        if (!values.isEmpty()) {
            accumulator.values.put(rank, values);
            return;
        }
        accumulator.values.remove(rank);
        if (rank.equals(accumulator.best)) {
            accumulator.best = bestOf(accumulator);
        }
    }

    void merge(ArgMax.Accumulator accumulator, Iterable<ArgMax.Accumulator> others) throws Exception {
        for (ArgMax.Accumulator other : others) {
            for (Map.Entry<Object, List<Object>> entry : StateView.entries(other.values)) {
                List<Object> values = present(accumulator, entry.getKey());
                values.addAll(entry.getValue());
                keep(accumulator, entry.getKey(), values);
            }
        }
    }

    static Object first(ArgMax.Accumulator accumulator) {
        List<Object> values = accumulator.best == null ? null : StateView.get(accumulator.values, accumulator.best);
        return values == null ? null : values.get(0);
    }

    private static List<Object> present(ArgMax.Accumulator accumulator, Object rank) {
        List<Object> values = StateView.get(accumulator.values, rank);
        return values == null ? new ArrayList<>(1) : new ArrayList<>(values);
    }

    private void keep(ArgMax.Accumulator accumulator, Object rank, List<Object> values) throws Exception {
        accumulator.values.put(rank, values);
        if (accumulator.best == null || isBetter(rank, accumulator.best)) {
            accumulator.best = rank;
        }
    }

    private boolean isBetter(Object rank, Object than) {
        return sign * Rank.compare(rank, than) > 0;
    }

    private Object bestOf(ArgMax.Accumulator accumulator) {
        Object best = null;
        for (Map.Entry<Object, List<Object>> entry : StateView.entries(accumulator.values)) {
            best = best == null || isBetter(entry.getKey(), best) ? entry.getKey() : best;
        }
        return best;
    }

    // A row that is not there has outlived the state's time to live; nothing is left to remove then.
    private static void removeFirst(List<Object> values, Object value) {
        for (int i = 0; i < values.size(); i++) {
            if (Objects.deepEquals(values.get(i), value)) {
                values.remove(i);
                return;
            }
        }
    }
}
