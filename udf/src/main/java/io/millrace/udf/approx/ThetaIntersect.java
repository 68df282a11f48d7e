package io.millrace.udf.approx;

import org.apache.datasketches.theta.CompactSketch;
import org.apache.datasketches.theta.SetOperation;
import org.apache.flink.table.annotation.DataTypeHint;
import org.apache.flink.table.functions.ScalarFunction;

/**
 * Intersects two theta sketches of Apache DataSketches: the values that are in both of them.
 *
 * <p>The error is relative to the union and not to the intersection: what two large sets share by a little is known
 * badly.
 */
public final class ThetaIntersect extends ScalarFunction {

    private static final long serialVersionUID = 1L;

    /**
     * Intersects two sketches.
     *
     * @param a a sketch in the library's compact form; may be null
     * @param b another one
     * @return the result's sketch; null if a sketch is null or damaged
     */
    public @DataTypeHint("BYTES") byte[] eval(@DataTypeHint("BYTES") byte[] a, @DataTypeHint("BYTES") byte[] b) {
        return ThetaSets.apply(a, b, ThetaIntersect::intersect);
    }

    private static CompactSketch intersect(CompactSketch a, CompactSketch b) {
        return SetOperation.builder().buildIntersection().intersect(a, b);
    }
}
