package io.millrace.udf.stats;

import org.apache.flink.table.annotation.DataTypeHint;
import org.apache.flink.table.api.dataview.MapView;
import org.apache.flink.table.functions.AggregateFunction;

/**
 * Tells how far the last row is from the median, in units that a few outliers do not change: the modified z-score.
 *
 * <p>{@code 0.6745 * (x - median) / MAD}, with the median of all rows and the median of their absolute deviations from
 * it: B. Iglewicz and D. C. Hoaglin, "How to Detect and Handle Outliers", 1993. Where more than half of the rows are
 * equal, so that MAD is 0, it is {@code (x - median) / (1.253314 * mean absolute deviation)}, as IBM Cognos Analytics
 * has it, and 0 if all rows are equal. NULL if the last row's x is NULL, NaN or infinite, and after the last row was
 * deleted until another comes; other rows with such an x are passed over. A row costs one access to state, a result a
 * sort of all distinct values of the group. There is no merge: which row is the last of two halves is not known.
 */
public final class MadScore extends AggregateFunction<Double, MadScore.Accumulator> {

    private static final long serialVersionUID = 1L;

    private static final double NORMAL_MAD = 0.6745;
    private static final double NORMAL_MEAN_DEVIATION = 1.253314;

    /** The rows' values, and the last row. */
    public static class Accumulator {
        /** How often each value occurs. */
        public MapView<Double, Long> counts = new MapView<>();
        /** The x of the last row; null if it has none. */
        public Double last;
    }

    @Override
    public Accumulator createAccumulator() {
        return new Accumulator();
    }

    /** Adds a row, which is the last one from now on. */
    public void accumulate(Accumulator accumulator, @DataTypeHint("DOUBLE") Double x) throws Exception {
        accumulator.last = null;
        if (x != null && Double.isFinite(x)) {
            accumulator.last = x;
            Distribution.add(accumulator.counts, x, 1);
        }
    }

    /** Removes a row; an older one with the same x goes before the last one does. */
    public void retract(Accumulator accumulator, @DataTypeHint("DOUBLE") Double x) throws Exception {
        if (x != null && Double.isFinite(x)) {
            long left = Distribution.add(accumulator.counts, x, -1);
            accumulator.last = left <= 0 && x.equals(accumulator.last) ? null : accumulator.last;
        }
    }

    @Override
    public Double getValue(Accumulator accumulator) {
        if (accumulator.last == null) {
            return null;
        }
        Distribution values = Distribution.of(accumulator.counts);
        double median = values.quantile(0.5);
        double distance = accumulator.last - median;
        Distribution deviations = values.deviationsFrom(median);
        double mad = deviations.quantile(0.5);
        if (mad > 0) {
            return NORMAL_MAD * distance / mad;
        }
        return distance == 0 ? 0 : distance / (NORMAL_MEAN_DEVIATION * deviations.mean());
    }
}
