package io.millrace.benchmarks;

import io.millrace.udf.approx.FrequentItemsAccumulator;
import io.millrace.udf.approx.HllAccumulator;
import io.millrace.udf.approx.HllCountDistinct;
import io.millrace.udf.approx.HllEstimate;
import io.millrace.udf.approx.HllMerge;
import io.millrace.udf.approx.HllSketch;
import io.millrace.udf.approx.Quantile;
import io.millrace.udf.approx.QuantileAccumulator;
import io.millrace.udf.approx.Quantiles;
import io.millrace.udf.approx.ThetaAccumulator;
import io.millrace.udf.approx.ThetaDifference;
import io.millrace.udf.approx.ThetaEstimate;
import io.millrace.udf.approx.ThetaIntersect;
import io.millrace.udf.approx.ThetaMerge;
import io.millrace.udf.approx.ThetaSketch;
import io.millrace.udf.approx.ThetaUnion;
import io.millrace.udf.approx.TopKFrequent;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.apache.flink.table.data.StringData;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * The functions of {@code io.millrace.udf.approx}.
 *
 * <p>An aggregate takes one row into an accumulator that an iteration starts anew with; every row has a new value, out
 * of 2^20, so that sets and maps grow as those of a real job do.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class ApproxFunctions {

    private static final int VALUES = 1 << 20;
    private static final int SKETCHED = 100_000;
    private static final int SORTED = 1 << 16;
    private static final Double[] RANKS = {0.5, 0.95, 0.99};

    private final HllCountDistinct hllCountDistinct = new HllCountDistinct();
    private final HllSketch hllSketch = new HllSketch();
    private final HllMerge hllMerge = new HllMerge();
    private final HllEstimate hllEstimate = new HllEstimate();
    private final ThetaSketch thetaSketch = new ThetaSketch();
    private final ThetaMerge thetaMerge = new ThetaMerge();
    private final ThetaEstimate thetaEstimate = new ThetaEstimate();
    private final ThetaUnion thetaUnion = new ThetaUnion();
    private final ThetaIntersect thetaIntersect = new ThetaIntersect();
    private final ThetaDifference thetaDifference = new ThetaDifference();
    private final Quantile quantile = new Quantile();
    private final Quantiles quantiles = new Quantiles();
    private final TopKFrequent topKFrequent = new TopKFrequent();

    private final StringData[] strings = new StringData[VALUES];
    private final String[] skewed = new String[VALUES];
    private final Double[] numbers = new Double[VALUES];
    private int at;

    private byte[] hllBytes;
    private byte[] thetaBytes;
    private byte[] otherThetaBytes;

    private HllAccumulator hll;
    private ThetaAccumulator theta;
    private QuantileAccumulator kll;
    private FrequentItemsAccumulator items;
    private Set<StringData> set;
    private Set<StringData> sketchedSet;
    private Map<String, Long> counts;
    private double[] buffer;
    private int buffered;

    /** Makes the values and the sketches that are read. */
    @Setup
    public void values() {
        for (int i = 0; i < VALUES; i++) {
            strings[i] = StringData.fromString("visitor-" + i * 7919L % VALUES);
            // Zipf's distribution with exponent 2.
            skewed[i] = "product-" + (long) (VALUES / (1.0 + i * 7919L % VALUES));
            numbers[i] = (double) (i * 7919L % VALUES);
        }
        hllBytes = hllSketch.getValue(hllOf(0));
        thetaBytes = thetaSketch.getValue(thetaOf(0));
        otherThetaBytes = thetaSketch.getValue(thetaOf(SKETCHED / 2));
        sketchedSet = new HashSet<>(Arrays.asList(strings).subList(0, SKETCHED));
    }

    /** Starts every accumulator anew. */
    @Setup(Level.Iteration)
    public void accumulators() {
        hll = hllCountDistinct.createAccumulator();
        theta = thetaSketch.createAccumulator();
        kll = quantile.createAccumulator();
        items = topKFrequent.createAccumulator();
        set = new HashSet<>();
        counts = new HashMap<>();
        buffer = new double[SORTED];
        buffered = 0;
        at = 0;
    }

    @Benchmark
    public HllAccumulator hll_count_distinct() {
        hllCountDistinct.accumulate(hll, next(strings));
        return hll;
    }

    @Benchmark
    public Set<StringData> hll_count_distinct__HashSet() {
        set.add(next(strings));
        return set;
    }

    @Benchmark
    public HllAccumulator hll_sketch() {
        hllSketch.accumulate(hll, next(strings));
        return hll;
    }

    @Benchmark
    public HllAccumulator hll_merge() {
        hllMerge.accumulate(hll, hllBytes);
        return hll;
    }

    @Benchmark
    public Set<StringData> hll_merge__HashSet_addAll() {
        set.addAll(sketchedSet);
        return set;
    }

    @Benchmark
    public Double hll_estimate() {
        return hllEstimate.eval(hllBytes);
    }

    @Benchmark
    public ThetaAccumulator theta_sketch() {
        thetaSketch.accumulate(theta, next(strings));
        return theta;
    }

    @Benchmark
    public Set<StringData> theta_sketch__HashSet() {
        set.add(next(strings));
        return set;
    }

    @Benchmark
    public ThetaAccumulator theta_merge() {
        thetaMerge.accumulate(theta, thetaBytes);
        return theta;
    }

    @Benchmark
    public Double theta_estimate() {
        return thetaEstimate.eval(thetaBytes);
    }

    @Benchmark
    public byte[] theta_union() {
        return thetaUnion.eval(thetaBytes, otherThetaBytes);
    }

    @Benchmark
    public byte[] theta_intersect() {
        return thetaIntersect.eval(thetaBytes, otherThetaBytes);
    }

    @Benchmark
    public Set<StringData> theta_intersect__HashSet_retainAll() {
        Set<StringData> both = new HashSet<>(sketchedSet);
        both.retainAll(sketchedSet);
        return both;
    }

    @Benchmark
    public byte[] theta_difference() {
        return thetaDifference.eval(thetaBytes, otherThetaBytes);
    }

    @Benchmark
    public QuantileAccumulator quantile() {
        quantile.accumulate(kll, next(numbers), 0.95);
        return kll;
    }

    // Keeps the numbers and sorts them when the result is due, here every 65,536 rows.
    @Benchmark
    public double quantile__sort() {
        buffer[buffered++] = next(numbers);
        if (buffered == SORTED) {
            Arrays.sort(buffer);
            buffered = 0;
        }
        return buffer[SORTED / 2];
    }

    @Benchmark
    public QuantileAccumulator quantiles() {
        quantiles.accumulate(kll, next(numbers), RANKS);
        return kll;
    }

    @Benchmark
    public FrequentItemsAccumulator top_k_frequent() {
        topKFrequent.accumulate(items, next(skewed), 10);
        return items;
    }

    @Benchmark
    public Map<String, Long> top_k_frequent__HashMap() {
        counts.merge(next(skewed), 1L, Long::sum);
        return counts;
    }

    private <T> T next(T[] values) {
        at = (at + 1) & (VALUES - 1);
        return values[at];
    }

    private HllAccumulator hllOf(int from) {
        HllAccumulator accumulator = hllSketch.createAccumulator();
        for (int i = from; i < from + SKETCHED; i++) {
            hllSketch.accumulate(accumulator, strings[i]);
        }
        return accumulator;
    }

    private ThetaAccumulator thetaOf(int from) {
        ThetaAccumulator accumulator = thetaSketch.createAccumulator();
        for (int i = from; i < from + SKETCHED; i++) {
            thetaSketch.accumulate(accumulator, strings[i]);
        }
        return accumulator;
    }
}
