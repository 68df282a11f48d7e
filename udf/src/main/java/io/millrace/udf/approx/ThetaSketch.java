package io.millrace.udf.approx;

import org.apache.flink.table.catalog.DataTypeFactory;
import org.apache.flink.table.functions.AggregateFunction;
import org.apache.flink.table.types.inference.TypeInference;

/**
 * Makes a theta sketch of the values of a group, in the binary form of Apache DataSketches: a sketch of a set that can
 * be united, intersected and subtracted.
 *
 * <p>It holds at most 2^lg_k hashes of 8 bytes; the relative standard error is 1 / sqrt(2^lg_k), and there is none up
 * to 2^lg_k values. The same set of values gives the same bytes whatever their order. NULL is not counted; no values
 * give an empty sketch. Values cannot be taken back, so an updating input is refused in planning. Source: Dasgupta,
 * Lang, Rhodes, Thaler, "A Framework for Estimating Stream Expression Cardinalities", ICDT 2016;
 * datasketches.apache.org.
 */
public final class ThetaSketch extends AggregateFunction<byte[], ThetaAccumulator> {

    private static final long serialVersionUID = 1L;

    @Override
    public ThetaAccumulator createAccumulator() {
        return new ThetaAccumulator();
    }

    /**
     * Adds a value with lg_k 12.
     *
     * @param value the value in Flink's internal form; null is passed over
     */
    public void accumulate(ThetaAccumulator accumulator, Object value) {
        accumulator.add(value, ThetaBytes.DEFAULT_LG_K);
    }

    /**
     * Adds a value.
     *
     * @param value the value in Flink's internal form; null is passed over
     * @param lgK the binary logarithm of the number of hashes, 4 to 21; planning takes nothing else
     */
    public void accumulate(ThetaAccumulator accumulator, Object value, Integer lgK) {
        accumulator.add(value, lgK);
    }

    /** Adds the values of other accumulators. */
    public void merge(ThetaAccumulator accumulator, Iterable<ThetaAccumulator> others) {
        others.forEach(accumulator::merge);
    }

    @Override
    public byte[] getValue(ThetaAccumulator accumulator) {
        return accumulator.sketch();
    }

    @Override
    public TypeInference getTypeInference(DataTypeFactory types) {
        return ThetaTypes.ofValues();
    }
}
