package io.millrace.udf.stats;

import org.apache.flink.table.api.DataTypes;
import org.apache.flink.table.catalog.DataTypeFactory;
import org.apache.flink.table.data.TimestampData;
import org.apache.flink.table.functions.AggregateFunction;
import org.apache.flink.table.types.inference.TypeInference;
import org.apache.flink.table.types.inference.TypeStrategies;

/**
 * Averages a column so that each row counts less the older it is, in rows or in time.
 *
 * <p>With a factor, {@code s = alpha * x + (1 - alpha) * s} in the order of the rows, from the first x on: S. W.
 * Roberts, "Control Chart Tests Based on Geometric Moving Averages", 1959; NIST/SEMATECH e-Handbook, 6.3.2.4. With a
 * half-life in seconds, the average of all rows with the weights {@code 2 ^ (-age / half_life)}, whatever their order;
 * the age counts back from the latest time: {@code ewm(halflife, times).mean()} of pandas. Rows are passed over whose x
 * is NULL, NaN or infinite, whose alpha is not in (0, 1], whose half-life is not above 0 or whose time is NULL; without
 * a row the result is NULL. Neither retract nor merge exist: from the last average no other row can be taken back, and
 * two halves of rows whose order is not known cannot be joined.
 */
public final class Ewma extends AggregateFunction<Double, Ewma.Accumulator> {

    private static final long serialVersionUID = 1L;

    private static final double MICROS_PER_SECOND = 1e6;

    /** The average so far. */
    public static class Accumulator {
        /** The average; null before the first row. */
        public Double average;
        /** The sum of the weights at the latest time. */
        public double weight;
        /** The latest time in microseconds since 1970. */
        public long latest = Long.MIN_VALUE;
    }

    @Override
    public Accumulator createAccumulator() {
        return new Accumulator();
    }

    /** Moves the average by one row. */
    public void accumulate(Accumulator accumulator, Double x, Double alpha) {
        if (x != null && Double.isFinite(x) && EwmaArguments.ALPHA.accepts(alpha)) {
            move(accumulator, x, alpha);
        }
    }

    /** Adds a row of some time. */
    public void accumulate(Accumulator accumulator, Double x, Double halfLife, TimestampData ts) {
        if (x == null || !Double.isFinite(x) || !EwmaArguments.HALF_LIFE.accepts(halfLife) || ts == null) {
            return;
        }
        long micros = TimeArgument.micros(ts);
        long latest = Math.max(micros, accumulator.latest);
        double weight = decay(latest - micros, halfLife);
        accumulator.weight = weight
                + (accumulator.weight == 0 ? 0 : accumulator.weight * decay(latest - accumulator.latest, halfLife));
        accumulator.latest = latest;
        move(accumulator, x, weight / accumulator.weight);
    }

    @Override
    public Double getValue(Accumulator accumulator) {
        return accumulator.average;
    }

    @Override
    public TypeInference getTypeInference(DataTypeFactory types) {
        return TypeInference.newBuilder()
                .inputTypeStrategy(new EwmaArguments())
                .accumulatorTypeStrategy(TypeStrategies.explicit(types.createDataType(Accumulator.class)))
                .outputTypeStrategy(TypeStrategies.explicit(DataTypes.DOUBLE()))
                .build();
    }

    private static void move(Accumulator accumulator, double x, double share) {
        Double before = accumulator.average;
        accumulator.average = before == null ? x : Double.valueOf(share * x + (1 - share) * before);
    }

    private static double decay(long micros, double halfLifeSeconds) {
        return Math.pow(2, -(micros / MICROS_PER_SECOND) / halfLifeSeconds);
    }
}
