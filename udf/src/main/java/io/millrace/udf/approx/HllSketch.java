package io.millrace.udf.approx;

import org.apache.flink.table.api.DataTypes;
import org.apache.flink.table.catalog.DataTypeFactory;
import org.apache.flink.table.functions.AggregateFunction;
import org.apache.flink.table.types.inference.TypeInference;

/**
 * Makes a HyperLogLog sketch of the values of a group, in the binary form of Apache DataSketches, to be merged and
 * estimated later, here or elsewhere.
 *
 * <p>The sketch has 2^lg_k slots of 8 bits and comes in the compact form; at most 2^lg_k + 40 bytes. NULL is not
 * counted; no values give an empty sketch. Values cannot be taken back, so an updating input is refused in planning.
 */
public final class HllSketch extends AggregateFunction<byte[], HllAccumulator> {

    private static final long serialVersionUID = 1L;

    @Override
    public HllAccumulator createAccumulator() {
        return new HllAccumulator();
    }

    /**
     * Adds a value with lg_k 12.
     *
     * @param value the value in Flink's internal form; null is passed over
     */
    public void accumulate(HllAccumulator accumulator, Object value) {
        accumulator.add(value, HllBytes.DEFAULT_LG_K);
    }

    /**
     * Adds a value.
     *
     * @param value the value in Flink's internal form; null is passed over
     * @param lgK the binary logarithm of the number of slots, 4 to 21; planning takes nothing else
     */
    public void accumulate(HllAccumulator accumulator, Object value, Integer lgK) {
        accumulator.add(value, lgK);
    }

    /** Adds the values of other accumulators. */
    public void merge(HllAccumulator accumulator, Iterable<HllAccumulator> others) {
        others.forEach(accumulator::merge);
    }

    @Override
    public byte[] getValue(HllAccumulator accumulator) {
        return accumulator.sketch();
    }

    @Override
    public TypeInference getTypeInference(DataTypeFactory types) {
        return HllTypes.ofValues(DataTypes.BYTES());
    }
}
