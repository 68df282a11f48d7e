package io.millrace.udf.stats;

import java.util.Arrays;

/**
 * Sums of doubles without any rounding, so that rows may be added, removed and merged in any order with one result.
 *
 * <p>A sum is held as an expansion: doubles that do not overlap, smallest first, followed by zeros; their mathematical
 * sum is the sum. Two to four of them are usual, more than 40 cannot occur. Source: J. R. Shewchuk, "Adaptive Precision
 * Floating-Point Arithmetic and Fast Robust Geometric Predicates", 1997, Grow-Expansion and Two-Product.
 */
final class ExactSum {

    // The product of three sums of such values, the most that a result needs, stays far below the largest double.
    private static final double LARGEST = 1e90;

    private ExactSum() {}

    static double[] empty() {
        return new double[4];
    }

    /** Whether a value can be summed: false for NaN, infinities and magnitudes above 1e90. */
    static boolean accepts(double value) {
        return Math.abs(value) <= LARGEST;
    }

    /** Adds a value in place; the result is the same array unless it had to grow. */
    static double[] add(double[] sum, double value) {
        double carry = value;
        int kept = 0;
        for (int i = 0; i < sum.length && sum[i] != 0; i++) {
            double part = sum[i];
            double total = carry + part;
            double error = Math.abs(carry) < Math.abs(part) ? carry - (total - part) : part - (total - carry);
            sum[i] = 0;
            if (error != 0) {
                sum[kept++] = error;
            }
            carry = total;
        }
        if (carry == 0) {
            return sum;
        }
        double[] result = kept < sum.length ? sum : Arrays.copyOf(sum, 2 * sum.length);
        result[kept] = carry;
        return result;
    }

    /** Adds the product of two doubles in place, without rounding it. */
    static double[] addProduct(double[] sum, double a, double b) {
        double product = a * b;
        return add(add(sum, Math.fma(a, b, -product)), product);
    }

    /** Adds the product of two sums, times a factor that is 1 or -1, in place. */
    static double[] addProduct(double[] sum, double[] a, double[] b, int sign) {
        double[] result = sum;
        for (double left : a) {
            for (double right : b) {
                result = left == 0 || right == 0 ? result : addProduct(result, sign * left, right);
            }
        }
        return result;
    }

    /** Adds another sum in place. */
    static double[] addAll(double[] sum, double[] other) {
        double[] result = sum;
        for (double part : other) {
            result = part == 0 ? result : add(result, part);
        }
        return result;
    }

    /** The value of {@code a * b - c * d}, rounded once. */
    static double determinant(double[] a, double[] b, double[] c, double[] d) {
        return value(addProduct(addProduct(empty(), a, b, 1), c, d, -1));
    }

    /** The double that is nearest to the sum. */
    static double value(double[] sum) {
        int next = sum.length - 1;
        while (next >= 0 && sum[next] == 0) {
            next--;
        }
        double rounded = 0;
        double error = 0;
        while (next >= 0 && error == 0) {
            double total = rounded + sum[next];
            error = sum[next--] - (total - rounded);
            rounded = total;
        }
        return next >= 0 ? beyondTie(rounded, error, sum[next]) : rounded;
    }

    // An error of exactly half a unit was rounded to even; what is smaller still decides it.
    private static double beyondTie(double rounded, double error, double smaller) {
        double doubled = 2 * error;
        double other = rounded + doubled;
        return Math.signum(smaller) == Math.signum(error) && other - rounded == doubled ? other : rounded;
    }
}
