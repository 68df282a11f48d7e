package io.millrace.udf.approx;

import org.apache.datasketches.theta.CompactSketch;
import org.apache.flink.table.annotation.DataTypeHint;
import org.apache.flink.table.functions.ScalarFunction;

/** Estimates how many different values a theta sketch of Apache DataSketches stands for. */
public final class ThetaEstimate extends ScalarFunction {

    private static final long serialVersionUID = 1L;

    /**
     * Estimates the number of different values.
     *
     * @param sketch a sketch in the library's compact form; may be null
     * @return the estimate; null for null and for bytes that are no sketch or a damaged one
     */
    public @DataTypeHint("DOUBLE") Double eval(@DataTypeHint("BYTES") byte[] sketch) {
        CompactSketch read = sketch == null ? null : ThetaBytes.read(sketch);
        return read == null ? null : read.getEstimate();
    }
}
