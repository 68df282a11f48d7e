package io.millrace.udf.approx;

import org.apache.datasketches.theta.CompactSketch;
import org.apache.datasketches.theta.SetOperation;
import org.apache.flink.table.annotation.DataTypeHint;
import org.apache.flink.table.functions.ScalarFunction;

/**
 * Subtracts one theta sketch of Apache DataSketches from another: the values that are in the first alone.
 *
 * <p>The error is relative to the union and not to the difference: what little is left of a large set is known badly.
 */
public final class ThetaDifference extends ScalarFunction {

    private static final long serialVersionUID = 1L;

    /**
     * Subtracts the second sketch from the first.
     *
     * @param a a sketch in the library's compact form; may be null
     * @param b another one
     * @return the result's sketch; null if a sketch is null or damaged
     */
    public @DataTypeHint("BYTES") byte[] eval(@DataTypeHint("BYTES") byte[] a, @DataTypeHint("BYTES") byte[] b) {
        return ThetaSets.apply(a, b, ThetaDifference::subtract);
    }

    private static CompactSketch subtract(CompactSketch a, CompactSketch b) {
        return SetOperation.builder().buildANotB().aNotB(a, b);
    }
}
