package io.millrace.udf.approx;

import java.nio.ByteBuffer;
import org.apache.datasketches.kll.KllDoublesSketch;
import org.apache.datasketches.memory.Memory;
import org.apache.flink.table.data.DecimalData;

/** The KLL sketch of the numbers that an aggregate has seen, and the ranks that it is asked for: at most 26 KB. */
public final class QuantileAccumulator {

    /** The size parameter, for a rank error of 0.27 %. */
    static final int K = 1024;

    private final KllDoublesSketch sketch;

    // None before the first number.
    private double[] ranks;

    QuantileAccumulator() {
        this(KllDoublesSketch.newHeapInstance(K), null);
    }

    private QuantileAccumulator(KllDoublesSketch sketch, double[] ranks) {
        this.sketch = sketch;
        this.ranks = ranks;
    }

    boolean hasRanks() {
        return ranks != null;
    }

    void setRanks(double... ranks) {
        this.ranks = ranks;
    }

    /** Adds a number in Flink's internal form; NaN has no rank and is passed over. */
    void add(Object number) {
        sketch.update(
                number instanceof DecimalData decimal
                        ? decimal.toBigDecimal().doubleValue()
                        : ((Number) number).doubleValue());
    }

    void merge(QuantileAccumulator other) {
        if (ranks == null) {
            ranks = other.ranks;
        }
        sketch.merge(other.sketch);
    }

    /** The quantile of each rank: null where that is no number from 0 to 1; null if there is no number. */
    Double[] quantiles() {
        if (sketch.isEmpty()) {
            return null;
        }
        Double[] quantiles = new Double[ranks.length];
        for (int i = 0; i < ranks.length; i++) {
            quantiles[i] = ranks[i] >= 0 && ranks[i] <= 1 ? sketch.getQuantile(ranks[i]) : null;
        }
        return quantiles;
    }

    byte[] state() {
        int count = ranks == null ? -1 : ranks.length;
        byte[] numbers = sketch.toByteArray();
        ByteBuffer state = ByteBuffer.allocate(Integer.BYTES + Math.max(0, count) * Double.BYTES + numbers.length);
        state.putInt(count);
        for (int i = 0; i < count; i++) {
            state.putDouble(ranks[i]);
        }
        return state.put(numbers).array();
    }

    static QuantileAccumulator restored(byte[] bytes) {
        ByteBuffer state = ByteBuffer.wrap(bytes);
        int count = state.getInt();
        double[] ranks = count < 0 ? null : new double[count];
        for (int i = 0; i < count; i++) {
            ranks[i] = state.getDouble();
        }
        byte[] numbers = new byte[state.remaining()];
        state.get(numbers);
        return new QuantileAccumulator(KllDoublesSketch.heapify(Memory.wrap(numbers)), ranks);
    }
}
