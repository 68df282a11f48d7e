package io.millrace.udf.approx;

import org.apache.datasketches.hll.HllSketch;
import org.apache.flink.table.annotation.DataTypeHint;
import org.apache.flink.table.functions.ScalarFunction;

/**
 * Estimates how many different values a HyperLogLog sketch of Apache DataSketches has seen.
 *
 * <p>It is the library's own estimate of the sketch, as other engines give it, and therefore no whole number.
 */
public final class HllEstimate extends ScalarFunction {

    private static final long serialVersionUID = 1L;

    /**
     * Estimates the number of different values.
     *
     * @param sketch a sketch in the library's binary form, compact or updatable, of 4, 6 or 8 bits; may be null
     * @return the estimate; null for null and for bytes that are no sketch or a damaged one
     */
    public @DataTypeHint("DOUBLE") Double eval(@DataTypeHint("BYTES") byte[] sketch) {
        HllSketch read = sketch == null ? null : HllBytes.read(sketch);
        return read == null ? null : read.getEstimate();
    }
}
