package io.millrace.udf.stats;

import org.apache.flink.table.api.DataTypes;
import org.apache.flink.table.catalog.DataTypeFactory;
import org.apache.flink.table.data.TimestampData;
import org.apache.flink.table.functions.AggregateFunction;
import org.apache.flink.table.types.inference.ArgumentTypeStrategy;
import org.apache.flink.table.types.inference.InputTypeStrategies;
import org.apache.flink.table.types.inference.TypeInference;
import org.apache.flink.table.types.inference.TypeStrategies;
import org.apache.flink.types.Row;

/**
 * Fits a straight line through points by least squares: its slope, its value at t = 0, and how well it fits (r
 * squared).
 *
 * <p>The results are those of REGR_SLOPE, REGR_INTERCEPT and REGR_R2 of the SQL standard. Where t is a timestamp, the
 * slope is the change of x per second, and t = 0 is 1970-01-01 00:00:00. All sums are exact, so the result is as good
 * as its rounding, whatever was retracted or merged. Rows whose x or t is NULL, NaN, infinite or above 1e90 are passed
 * over. NULL if there are not two different t; r2 is 1 if all x are equal.
 */
public final class LinearTrend extends AggregateFunction<Row, LinearTrend.Accumulator> {

    private static final long serialVersionUID = 1L;

    private static final double MICROS_PER_SECOND = 1e6;

    /** Exact moments of the points. */
    public static class Accumulator {
        /** The number of points. */
        public long count;
        /** How much of t is one unit of the slope. */
        public double unit = 1;
        /** The sum of t. */
        public double[] sumT = ExactSum.empty();
        /** The sum of x. */
        public double[] sumX = ExactSum.empty();
        /** The sum of t * t. */
        public double[] sumTT = ExactSum.empty();
        /** The sum of t * x. */
        public double[] sumTX = ExactSum.empty();
        /** The sum of x * x. */
        public double[] sumXX = ExactSum.empty();
    }

    @Override
    public Accumulator createAccumulator() {
        return new Accumulator();
    }

    /** Adds a point over a number. */
    public void accumulate(Accumulator accumulator, Double x, Double t) {
        add(accumulator, x, t, 1);
    }

    /** Adds a point in time. */
    public void accumulate(Accumulator accumulator, Double x, TimestampData t) {
        accumulator.unit = MICROS_PER_SECOND;
        add(accumulator, x, micros(t), 1);
    }

    /** Removes a point over a number. */
    public void retract(Accumulator accumulator, Double x, Double t) {
        add(accumulator, x, t, -1);
    }

    /** Removes a point in time. */
    public void retract(Accumulator accumulator, Double x, TimestampData t) {
        add(accumulator, x, micros(t), -1);
    }

    /** Adds the points of others. */
    public void merge(Accumulator accumulator, Iterable<Accumulator> others) {
        for (Accumulator other : others) {
            accumulator.count += other.count;
            accumulator.unit = Math.max(accumulator.unit, other.unit);
            accumulator.sumT = ExactSum.addAll(accumulator.sumT, other.sumT);
            accumulator.sumX = ExactSum.addAll(accumulator.sumX, other.sumX);
            accumulator.sumTT = ExactSum.addAll(accumulator.sumTT, other.sumTT);
            accumulator.sumTX = ExactSum.addAll(accumulator.sumTX, other.sumTX);
            accumulator.sumXX = ExactSum.addAll(accumulator.sumXX, other.sumXX);
        }
    }

    @Override
    public Row getValue(Accumulator a) {
        double[] n = {a.count};
        double spreadT = ExactSum.determinant(n, a.sumTT, a.sumT, a.sumT);
        if (a.count < 2 || spreadT <= 0) {
            return null;
        }
        double spreadX = ExactSum.determinant(n, a.sumXX, a.sumX, a.sumX);
        double common = ExactSum.determinant(n, a.sumTX, a.sumT, a.sumX);
        double intercept = ExactSum.determinant(a.sumX, a.sumTT, a.sumT, a.sumTX) / spreadT;
        double fit = spreadX > 0 ? Math.min(1, (common / spreadT) * (common / spreadX)) : 1;
        return Row.of(common / spreadT * a.unit, intercept, fit);
    }

    @Override
    public TypeInference getTypeInference(DataTypeFactory types) {
        return TypeInference.newBuilder()
                .inputTypeStrategy(InputTypeStrategies.sequence(new String[] {"x", "t"}, new ArgumentTypeStrategy[] {
                    InputTypeStrategies.explicit(DataTypes.DOUBLE()), new TimeArgument(true)
                }))
                .accumulatorTypeStrategy(TypeStrategies.explicit(types.createDataType(Accumulator.class)))
                .outputTypeStrategy(TypeStrategies.explicit(DataTypes.ROW(
                        DataTypes.FIELD("slope", DataTypes.DOUBLE()),
                        DataTypes.FIELD("intercept", DataTypes.DOUBLE()),
                        DataTypes.FIELD("r2", DataTypes.DOUBLE()))))
                .build();
    }

    private static Double micros(TimestampData time) {
        return time == null ? null : Double.valueOf((double) TimeArgument.micros(time));
    }

    private static void add(Accumulator accumulator, Double x, Double t, int sign) {
        if (x == null || t == null || !ExactSum.accepts(x) || !ExactSum.accepts(t)) {
            return;
        }
        accumulator.count += sign;
        accumulator.sumT = ExactSum.add(accumulator.sumT, sign * t);
        accumulator.sumX = ExactSum.add(accumulator.sumX, sign * x);
        accumulator.sumTT = ExactSum.addProduct(accumulator.sumTT, sign * t, t);
        accumulator.sumTX = ExactSum.addProduct(accumulator.sumTX, sign * t, x);
        accumulator.sumXX = ExactSum.addProduct(accumulator.sumXX, sign * x, x);
    }
}
