package io.millrace.udf.approx;

import org.apache.datasketches.theta.CompactSketch;
import org.apache.datasketches.theta.SetOperation;
import org.apache.flink.table.annotation.DataTypeHint;
import org.apache.flink.table.functions.ScalarFunction;

/**
 * Unites two theta sketches of Apache DataSketches: the values that are in one of them or in both.
 *
 * <p>A sketch does not tell its lg_k. The result therefore holds as many hashes as the fuller of the two does, rounded
 * up to a power of two, and at least 4,096.
 */
public final class ThetaUnion extends ScalarFunction {

    private static final long serialVersionUID = 1L;

    /**
     * Unites two sketches.
     *
     * @param a a sketch in the library's compact form; may be null
     * @param b another one
     * @return the result's sketch; null if a sketch is null or damaged
     */
    public @DataTypeHint("BYTES") byte[] eval(@DataTypeHint("BYTES") byte[] a, @DataTypeHint("BYTES") byte[] b) {
        return ThetaSets.apply(a, b, ThetaUnion::unite);
    }

    private static CompactSketch unite(CompactSketch a, CompactSketch b) {
        int fuller = Math.max(a.getRetainedEntries(true), b.getRetainedEntries(true));
        int entries = Math.min(1 << ThetaBytes.MOST_LG_K, Math.max(1 << ThetaBytes.DEFAULT_LG_K, fuller));
        return SetOperation.builder().setNominalEntries(entries).buildUnion().union(a, b);
    }
}
