package io.millrace.udf.stats;

import org.apache.flink.table.api.DataTypes;
import org.apache.flink.table.api.dataview.MapView;
import org.apache.flink.table.catalog.DataTypeFactory;
import org.apache.flink.table.functions.AggregateFunction;
import org.apache.flink.table.types.inference.ArgumentTypeStrategy;
import org.apache.flink.table.types.inference.InputTypeStrategies;
import org.apache.flink.table.types.inference.TypeInference;
import org.apache.flink.table.types.inference.TypeStrategies;

/**
 * Finds the value below which a fraction of the rows lies, exactly, as PERCENTILE_CONT of the SQL standard.
 *
 * <p>Between two rows it interpolates linearly: type 7 of R. J. Hyndman and Y. Fan, "Sample Quantiles in Statistical
 * Packages", 1996, which is the default of R and NumPy. Rows whose x is NULL, NaN or infinite and rows whose fraction
 * is not in [0, 1] are passed over; without a row the result is NULL. The fraction is meant to be a constant; if it is
 * not, that of one of the rows counts. A row costs one access to state, a result a sort of all distinct values of the
 * group.
 */
public final class Percentile extends AggregateFunction<Double, Percentile.Accumulator> {

    private static final long serialVersionUID = 1L;

    private static final NumberArgument FRACTION = new NumberArgument("p", "between 0 and 1", p -> p >= 0 && p <= 1);

    /** The rows' values. */
    public static class Accumulator {
        /** How often each value occurs. */
        public MapView<Double, Long> counts = new MapView<>();
        /** The fraction asked for. */
        public double fraction;
    }

    @Override
    public Accumulator createAccumulator() {
        return new Accumulator();
    }

    /** Adds a row. */
    public void accumulate(Accumulator accumulator, Double x, Double p) throws Exception {
        add(accumulator, x, p, 1);
    }

    /** Removes a row. */
    public void retract(Accumulator accumulator, Double x, Double p) throws Exception {
        add(accumulator, x, p, -1);
    }

    /** Adds the rows of others. */
    public void merge(Accumulator accumulator, Iterable<Accumulator> others) throws Exception {
        for (Accumulator other : others) {
            accumulator.fraction = other.counts.isEmpty() ? accumulator.fraction : other.fraction;
            Distribution.addAll(accumulator.counts, other.counts);
        }
    }

    @Override
    public Double getValue(Accumulator accumulator) {
        Distribution values = Distribution.of(accumulator.counts);
        return values.isEmpty() ? null : values.quantile(accumulator.fraction);
    }

    @Override
    public TypeInference getTypeInference(DataTypeFactory types) {
        return TypeInference.newBuilder()
                .inputTypeStrategy(InputTypeStrategies.sequence(
                        new String[] {"x", "p"},
                        new ArgumentTypeStrategy[] {InputTypeStrategies.explicit(DataTypes.DOUBLE()), FRACTION}))
                .accumulatorTypeStrategy(TypeStrategies.explicit(types.createDataType(Accumulator.class)))
                .outputTypeStrategy(TypeStrategies.explicit(DataTypes.DOUBLE()))
                .build();
    }

    private static void add(Accumulator accumulator, Double x, Double p, int occurrences) throws Exception {
        if (x != null && Double.isFinite(x) && FRACTION.accepts(p)) {
            accumulator.fraction = p;
            Distribution.add(accumulator.counts, x, occurrences);
        }
    }
}
