package io.millrace.udf.approx;

import java.util.Arrays;
import org.apache.flink.table.api.DataTypes;
import org.apache.flink.table.catalog.DataTypeFactory;
import org.apache.flink.table.functions.AggregateFunction;
import org.apache.flink.table.types.inference.InputTypeStrategies;
import org.apache.flink.table.types.inference.TypeInference;

/**
 * Finds several quantiles by one sketch: {@link Quantile} for an array of ranks, with its error and its randomness.
 *
 * <p>The result has an element for each rank, in the order of the ranks: NULL where the rank is NULL or not between 0
 * and 1. Without numbers, and for an array that is NULL, the result is NULL.
 */
public final class Quantiles extends AggregateFunction<Double[], QuantileAccumulator> {

    private static final long serialVersionUID = 1L;

    @Override
    public QuantileAccumulator createAccumulator() {
        return new QuantileAccumulator();
    }

    /**
     * Adds a number.
     *
     * @param number the number in Flink's internal form; null is passed over
     * @param ranks the ranks, 0 to 1; those of the first number count. Numbers beside a null array are passed over
     */
    public void accumulate(QuantileAccumulator accumulator, Object number, Double[] ranks) {
        if (number == null || ranks == null) {
            return;
        }
        if (!accumulator.hasRanks()) {
            accumulator.setRanks(Arrays.stream(ranks)
                    .mapToDouble(rank -> rank == null ? Double.NaN : rank)
                    .toArray());
        }
        accumulator.add(number);
    }

    /** Adds the numbers of other accumulators. */
    public void merge(QuantileAccumulator accumulator, Iterable<QuantileAccumulator> others) {
        others.forEach(accumulator::merge);
    }

    @Override
    public Double[] getValue(QuantileAccumulator accumulator) {
        return accumulator.quantiles();
    }

    @Override
    public boolean isDeterministic() {
        return false;
    }

    @Override
    public TypeInference getTypeInference(DataTypeFactory types) {
        return QuantileTypes.inference(
                InputTypeStrategies.explicit(DataTypes.ARRAY(DataTypes.DOUBLE())), DataTypes.ARRAY(DataTypes.DOUBLE()));
    }
}
