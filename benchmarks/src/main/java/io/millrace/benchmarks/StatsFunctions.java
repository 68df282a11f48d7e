package io.millrace.benchmarks;

import io.millrace.udf.stats.ArgMax;
import io.millrace.udf.stats.ArgMin;
import io.millrace.udf.stats.Ewma;
import io.millrace.udf.stats.LinearTrend;
import io.millrace.udf.stats.MadScore;
import io.millrace.udf.stats.Percentile;
import io.millrace.udf.stats.TimeWeightedAvg;
import io.millrace.udf.stats.WeightedAvg;
import io.millrace.udf.stats.Zscore;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.apache.flink.table.data.TimestampData;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/**
 * The aggregates of {@code io.millrace.udf.stats}: one row into an accumulator on the heap, beside the plain Java that
 * the nearest built-in comes down to. Where state would grow, the row is taken out again.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class StatsFunctions {

    private final Rows<Double> values = Rows.of(i -> 20 + 5 * Math.sin(i) + i / 1000.0);
    private final Rows<String> names = Rows.of(i -> "device-" + i);
    private final Rows<TimestampData> times =
            Rows.of(i -> TimestampData.fromEpochMillis(1_700_000_000_000L + 997L * i));

    private final ArgMax argMax = new ArgMax();
    private final ArgMax.Accumulator argMaxRows = argMax.createAccumulator();
    private final ArgMin argMin = new ArgMin();
    private final ArgMax.Accumulator argMinRows = argMin.createAccumulator();
    private final Ewma ewma = new Ewma();
    private final Ewma.Accumulator ewmaRows = ewma.createAccumulator();
    private final LinearTrend linearTrend = new LinearTrend();
    private final LinearTrend.Accumulator linearTrendRows = linearTrend.createAccumulator();
    private final MadScore madScore = new MadScore();
    private final MadScore.Accumulator madScoreRows = madScore.createAccumulator();
    private final Percentile percentile = new Percentile();
    private final Percentile.Accumulator percentileRows = percentile.createAccumulator();
    private final TimeWeightedAvg timeWeightedAvg = new TimeWeightedAvg();
    private final TimeWeightedAvg.Accumulator timeWeightedAvgRows = timeWeightedAvg.createAccumulator();
    private final WeightedAvg weightedAvg = new WeightedAvg();
    private final WeightedAvg.Accumulator weightedAvgRows = weightedAvg.createAccumulator();
    private final Zscore zscore = new Zscore();
    private final Zscore.Accumulator zscoreRows = zscore.createAccumulator();

    private final TreeMap<Double, String> ranked = new TreeMap<>();
    private final TreeMap<TimestampData, Double> steps = new TreeMap<>();
    private final Map<Double, Long> counts = new HashMap<>();
    private final double[] moments = new double[6];

    @Benchmark
    public Object arg_max() throws Exception {
        String name = names.next();
        Double value = values.next();
        argMax.accumulate(argMaxRows, name, value);
        Object best = argMax.getValue(argMaxRows);
        argMax.retract(argMaxRows, name, value);
        return best;
    }

    @Benchmark
    public Object arg_max__TreeMap() {
        Double value = values.next();
        ranked.put(value, names.next());
        Object best = ranked.lastEntry().getValue();
        ranked.remove(value);
        return best;
    }

    @Benchmark
    public Object arg_min() throws Exception {
        String name = names.next();
        Double value = values.next();
        argMin.accumulate(argMinRows, name, value);
        Object best = argMin.getValue(argMinRows);
        argMin.retract(argMinRows, name, value);
        return best;
    }

    @Benchmark
    public Object arg_min__TreeMap() {
        Double value = values.next();
        ranked.put(value, names.next());
        Object best = ranked.firstEntry().getValue();
        ranked.remove(value);
        return best;
    }

    @Benchmark
    public Object ewma() {
        ewma.accumulate(ewmaRows, values.next(), 0.3);
        return ewmaRows;
    }

    @Benchmark
    public double ewma__double() {
        moments[0] = 0.3 * values.next() + 0.7 * moments[0];
        return moments[0];
    }

    @Benchmark
    public Object linear_trend() {
        linearTrend.accumulate(linearTrendRows, values.next(), times.next());
        return linearTrendRows;
    }

    // Co-moments updated as Welford does, which neither retracts nor merges exactly.
    @Benchmark
    public Object linear_trend__Welford() {
        double x = values.next();
        double t = times.next().getMillisecond();
        double dx = x - moments[1];
        double dt = t - moments[2];
        moments[0]++;
        moments[1] += dx / moments[0];
        moments[2] += dt / moments[0];
        moments[3] += dt * (t - moments[2]);
        moments[4] += dt * (x - moments[1]);
        moments[5] += dx * (x - moments[1]);
        return moments;
    }

    @Benchmark
    public Object mad_score() throws Exception {
        madScore.accumulate(madScoreRows, values.next());
        return madScoreRows;
    }

    @Benchmark
    public Object mad_score__HashMap() {
        return counts.merge(values.next(), 1L, Long::sum);
    }

    @Benchmark
    public Object percentile() throws Exception {
        percentile.accumulate(percentileRows, values.next(), 0.95);
        return percentileRows;
    }

    @Benchmark
    public Object percentile__HashMap() {
        return counts.merge(values.next(), 1L, Long::sum);
    }

    @Benchmark
    public Object time_weighted_avg() throws Exception {
        timeWeightedAvg.accumulate(timeWeightedAvgRows, values.next(), times.next());
        return timeWeightedAvgRows;
    }

    @Benchmark
    public Object time_weighted_avg__TreeMap() {
        return steps.put(times.next(), values.next());
    }

    @Benchmark
    public Object weighted_avg() {
        weightedAvg.accumulate(weightedAvgRows, values.next(), 1.5);
        return weightedAvgRows;
    }

    @Benchmark
    public Object weighted_avg__SUM() {
        moments[0] += values.next() * 1.5;
        moments[1] += 1.5;
        return moments;
    }

    @Benchmark
    public Object zscore() {
        zscore.accumulate(zscoreRows, values.next());
        return zscoreRows;
    }

    // The accumulator of Flink's STDDEV_SAMP: count, sum and sum of squares.
    @Benchmark
    public Object zscore__STDDEV_SAMP() {
        double x = values.next();
        moments[0]++;
        moments[1] += x;
        moments[2] += x * x;
        return moments;
    }
}
