package io.millrace.udf.approx;

import org.apache.flink.table.catalog.DataTypeFactory;
import org.apache.flink.table.functions.AggregateFunction;
import org.apache.flink.table.types.inference.TypeInference;

/**
 * Unites the theta sketches of all rows: {@link ThetaUnion} as an aggregate.
 *
 * <p>NULL is passed over; no sketches give an empty one. A damaged sketch makes the result NULL, because a union
 * without it would be too small and nothing would show it.
 */
public final class ThetaMerge extends AggregateFunction<byte[], ThetaAccumulator> {

    private static final long serialVersionUID = 1L;

    @Override
    public ThetaAccumulator createAccumulator() {
        return new ThetaAccumulator();
    }

    /**
     * Adds the values of a sketch, with lg_k 12.
     *
     * @param sketch the sketch; null is passed over, a damaged one makes the result null
     */
    public void accumulate(ThetaAccumulator accumulator, byte[] sketch) {
        accumulator.addSketch(sketch, ThetaBytes.DEFAULT_LG_K);
    }

    /**
     * Adds the values of a sketch.
     *
     * @param sketch the sketch; null is passed over, a damaged one makes the result null
     * @param lgK the binary logarithm of the number of hashes that the result holds at most, 4 to 21; planning takes
     *     nothing else
     */
    public void accumulate(ThetaAccumulator accumulator, byte[] sketch, Integer lgK) {
        accumulator.addSketch(sketch, lgK);
    }

    /** Adds the sketches of other accumulators. */
    public void merge(ThetaAccumulator accumulator, Iterable<ThetaAccumulator> others) {
        others.forEach(accumulator::merge);
    }

    @Override
    public byte[] getValue(ThetaAccumulator accumulator) {
        return accumulator.sketch();
    }

    @Override
    public TypeInference getTypeInference(DataTypeFactory types) {
        return ThetaTypes.ofSketches();
    }
}
