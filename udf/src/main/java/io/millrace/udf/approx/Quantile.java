package io.millrace.udf.approx;

import org.apache.flink.table.api.DataTypes;
import org.apache.flink.table.catalog.DataTypeFactory;
import org.apache.flink.table.functions.AggregateFunction;
import org.apache.flink.table.types.inference.TypeInference;

/**
 * Finds a quantile approximately, in memory that does not grow with the number of rows: the KLL sketch of Apache
 * DataSketches with k = 1024.
 *
 * <p>The result is one of the numbers, the least whose rank is at least q; with 99 % confidence its true rank is within
 * 0.27 % of all rows of q. The sketch draws random bits that the library offers no seed for: once it has dropped
 * numbers, which is after about a thousand, two runs over the same rows may differ within that error. NULL and NaN are
 * passed over; without numbers the result is NULL. Numbers cannot be taken back, so an updating input is refused in
 * planning. Source: Karnin, Lang, Liberty, "Optimal Quantile Approximation in Streams", FOCS 2016.
 */
public final class Quantile extends AggregateFunction<Double, QuantileAccumulator> {

    private static final long serialVersionUID = 1L;

    @Override
    public QuantileAccumulator createAccumulator() {
        return new QuantileAccumulator();
    }

    /**
     * Adds a number.
     *
     * @param number the number in Flink's internal form; null is passed over
     * @param q the rank, 0 to 1; that of the first number counts, and null or a wrong one makes the result null
     */
    public void accumulate(QuantileAccumulator accumulator, Object number, Double q) {
        if (number == null) {
            return;
        }
        if (!accumulator.hasRanks()) {
            accumulator.setRanks(q == null ? Double.NaN : q);
        }
        accumulator.add(number);
    }

    /** Adds the numbers of other accumulators. */
    public void merge(QuantileAccumulator accumulator, Iterable<QuantileAccumulator> others) {
        others.forEach(accumulator::merge);
    }

    @Override
    public Double getValue(QuantileAccumulator accumulator) {
        Double[] quantiles = accumulator.quantiles();
        return quantiles == null ? null : quantiles[0];
    }

    @Override
    public boolean isDeterministic() {
        return false;
    }

    @Override
    public TypeInference getTypeInference(DataTypeFactory types) {
        return QuantileTypes.inference(ConstantArgument.fraction("q"), DataTypes.DOUBLE());
    }
}
