package io.millrace.udf.stats;

import org.apache.flink.table.annotation.DataTypeHint;
import org.apache.flink.table.functions.AggregateFunction;

/**
 * Tells by how many standard deviations the last row differs from the mean of the rows before it.
 *
 * <p>{@code (x - mean) / s}, with the mean and the sample standard deviation (divisor n - 1) of all other rows of the
 * group. The row itself is left out, because a score that includes it cannot exceed (n - 1) / sqrt(n), which hides
 * every outlier of a short history: R. E. Shiffler, "Maximum Z Scores and Outliers", The American Statistician 42,
 * 1988. All sums are exact, so rows leave a bounded window, or an updating input, without a trace. NULL if the last
 * row's x is NULL, NaN, infinite or above 1e90, if there are fewer than two others, if the others are all equal, and
 * after the last row was deleted until another comes; other rows with such an x are passed over. There is no merge:
 * which row is the last of two halves is not known.
 */
public final class Zscore extends AggregateFunction<Double, Zscore.Accumulator> {

    private static final long serialVersionUID = 1L;

    /** Exact moments of all rows, and the last row. */
    public static class Accumulator {
        /** The number of rows. */
        public long count;
        /** The sum of x. */
        public double[] sum = ExactSum.empty();
        /** The sum of the squares of x. */
        public double[] squares = ExactSum.empty();
        /** The x of the last row; null if it has none. */
        public Double last;
    }

    @Override
    public Accumulator createAccumulator() {
        return new Accumulator();
    }

    /** Adds a row, which is the last one from now on. */
    public void accumulate(Accumulator accumulator, @DataTypeHint("DOUBLE") Double x) {
        accumulator.last = null;
        if (x != null && ExactSum.accepts(x)) {
            accumulator.last = x;
            accumulator.count++;
            accumulator.sum = ExactSum.add(accumulator.sum, x);
            accumulator.squares = ExactSum.addProduct(accumulator.squares, x, x);
        }
    }

    /** Removes a row; if its x is that of the last row, that one counts as removed. */
    public void retract(Accumulator accumulator, @DataTypeHint("DOUBLE") Double x) {
        if (x != null && ExactSum.accepts(x)) {
            accumulator.last = x.equals(accumulator.last) ? null : accumulator.last;
            accumulator.count--;
            accumulator.sum = ExactSum.add(accumulator.sum, -x);
            accumulator.squares = ExactSum.addProduct(accumulator.squares, -x, x);
        }
    }

    @Override
    public Double getValue(Accumulator accumulator) {
        long others = accumulator.count - 1;
        if (accumulator.last == null || others < 2) {
            return null;
        }
        double x = accumulator.last;
        double[] size = {others};
        double[] sum = ExactSum.add(accumulator.sum.clone(), -x);
        double[] squares = ExactSum.addProduct(accumulator.squares.clone(), -x, x);
        double spread = ExactSum.determinant(size, squares, sum, sum);
        double distance = ExactSum.determinant(size, new double[] {x}, sum, new double[] {1});
        // Both carry the factor n, which the root of the spread has once.
        return spread > 0 ? distance / Math.sqrt(spread) * Math.sqrt((others - 1.0) / others) : null;
    }
}
