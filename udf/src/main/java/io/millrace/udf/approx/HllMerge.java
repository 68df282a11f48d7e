package io.millrace.udf.approx;

import org.apache.flink.table.api.DataTypes;
import org.apache.flink.table.catalog.DataTypeFactory;
import org.apache.flink.table.functions.AggregateFunction;
import org.apache.flink.table.types.inference.TypeInference;

/**
 * Merges HyperLogLog sketches of Apache DataSketches into the sketch of all their values.
 *
 * <p>The result has the smallest lg_k of the sketches. NULL is passed over; no sketches give an empty one. A damaged
 * sketch makes the result NULL, because a union without it would be too small and nothing would show it.
 */
public final class HllMerge extends AggregateFunction<byte[], HllAccumulator> {

    private static final long serialVersionUID = 1L;

    @Override
    public HllAccumulator createAccumulator() {
        return new HllAccumulator();
    }

    /**
     * Adds the values of a sketch.
     *
     * @param sketch the sketch; null is passed over, a damaged one makes the result null
     */
    public void accumulate(HllAccumulator accumulator, byte[] sketch) {
        accumulator.addSketch(sketch);
    }

    /** Adds the sketches of other accumulators. */
    public void merge(HllAccumulator accumulator, Iterable<HllAccumulator> others) {
        others.forEach(accumulator::merge);
    }

    @Override
    public byte[] getValue(HllAccumulator accumulator) {
        return accumulator.sketch();
    }

    @Override
    public TypeInference getTypeInference(DataTypeFactory types) {
        return HllTypes.ofSketches(DataTypes.BYTES());
    }
}
