package io.millrace.udf.approx;

import org.apache.flink.table.api.DataTypes;
import org.apache.flink.table.catalog.DataTypeFactory;
import org.apache.flink.table.functions.AggregateFunction;
import org.apache.flink.table.types.inference.TypeInference;

/**
 * Counts different values approximately, in memory that does not grow with their number: HyperLogLog of Apache
 * DataSketches.
 *
 * <p>The relative standard error is 1.04 / sqrt(2^lg_k): 1.6 % for the usual lg_k of 12, which takes 4 KiB. The
 * estimate depends on the set of values alone and not on their order, so batch, streaming and every parallelism give
 * the same. NULL is not counted; no values give 0. Values cannot be taken back, so an updating input is refused in
 * planning. Source: Flajolet, Fusy, Gandouet, Meunier, "HyperLogLog", AofA 2007; datasketches.apache.org.
 */
public final class HllCountDistinct extends AggregateFunction<Long, HllAccumulator> {

    private static final long serialVersionUID = 1L;

    @Override
    public HllAccumulator createAccumulator() {
        return new HllAccumulator();
    }

    /**
     * Counts a value with lg_k 12.
     *
     * @param value the value in Flink's internal form; null is passed over
     */
    public void accumulate(HllAccumulator accumulator, Object value) {
        accumulator.add(value, HllBytes.DEFAULT_LG_K);
    }

    /**
     * Counts a value.
     *
     * @param value the value in Flink's internal form; null is passed over
     * @param lgK the binary logarithm of the number of slots, 4 to 21; planning takes nothing else
     */
    public void accumulate(HllAccumulator accumulator, Object value, Integer lgK) {
        accumulator.add(value, lgK);
    }

    /** Adds the counts of other accumulators. */
    public void merge(HllAccumulator accumulator, Iterable<HllAccumulator> others) {
        others.forEach(accumulator::merge);
    }

    @Override
    public Long getValue(HllAccumulator accumulator) {
        return accumulator.estimate();
    }

    @Override
    public TypeInference getTypeInference(DataTypeFactory types) {
        return HllTypes.ofValues(DataTypes.BIGINT());
    }
}
