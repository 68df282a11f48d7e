package io.millrace.udf.approx;

import java.util.function.BinaryOperator;
import org.apache.datasketches.theta.CompactSketch;

/** Applies an operation on sets to two sketches in binary form. */
final class ThetaSets {

    private ThetaSets() {}

    /** The result's binary form; null if a sketch is null or damaged. */
    static byte[] apply(byte[] a, byte[] b, BinaryOperator<CompactSketch> operation) {
        if (a == null || b == null) {
            return null;
        }
        CompactSketch left = ThetaBytes.read(a);
        CompactSketch right = left == null ? null : ThetaBytes.read(b);
        return right == null ? null : operation.apply(left, right).toByteArray();
    }
}
