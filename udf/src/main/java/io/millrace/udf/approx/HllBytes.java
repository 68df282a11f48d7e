package io.millrace.udf.approx;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.apache.datasketches.hll.HllSketch;

/**
 * Reads HyperLogLog sketches in the binary form of Apache DataSketches (serial version 1, list, set or array; compact
 * or updatable).
 *
 * <p>The library reads memory without looking at bounds unless assertions are on, so that a sketch which was cut short
 * would give it foreign memory. The lengths are therefore checked here, before it sees a sketch.
 */
final class HllBytes {

    static final int LEAST_LG_K = 4;
    static final int MOST_LG_K = 21;
    static final int DEFAULT_LG_K = 12;

    private static final int SERIAL_VERSION = 1;
    private static final int FAMILY = 7;
    private static final int LIST_START = 8;
    private static final int LIST_CAPACITY = 8;
    private static final int SET_START = 12;
    private static final int SET_LEAST_LG_K = 8;
    private static final int ARRAY_START = 40;
    private static final int AUX_COUNT = 36;
    private static final int COMPACT = 8;
    private static final long TOO_LONG = Integer.MAX_VALUE * 2L;

    private HllBytes() {}

    /**
     * Reads a sketch.
     *
     * @return the sketch; null if the bytes are none, or a damaged one
     */
    static HllSketch read(byte[] bytes) {
        try {
            if (!isWhole(ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN))) {
                return null;
            }
            HllSketch sketch = HllSketch.heapify(bytes);
            double estimate = sketch.getEstimate();
            return Double.isFinite(estimate) && estimate >= 0 ? sketch : null;
        } catch (RuntimeException e) {
            // The library has an exception of its own for some damages and indices out of bounds for others.
            return null;
        }
    }

    private static boolean isWhole(ByteBuffer sketch) {
        if (sketch.capacity() < LIST_START || sketch.get(1) != SERIAL_VERSION || sketch.get(2) != FAMILY) {
            return false;
        }
        int lgK = sketch.get(3);
        int mode = sketch.get(7) & 3;
        if (lgK < LEAST_LG_K || lgK > MOST_LG_K || sketch.get(4) < 0 || sketch.get(4) > lgK) {
            return false;
        }
        return sketch.capacity()
                >= (mode == 0 ? listEnd(sketch) : mode == 1 ? setEnd(sketch, lgK) : arrayEnd(sketch, lgK));
    }

    private static long listEnd(ByteBuffer sketch) {
        int count = sketch.get(6) & 0xFF;
        return count > LIST_CAPACITY ? TOO_LONG : LIST_START + 4L * count;
    }

    private static long setEnd(ByteBuffer sketch, int lgK) {
        if (lgK < SET_LEAST_LG_K || sketch.capacity() < SET_START) {
            return TOO_LONG;
        }
        return SET_START + couponBytes(sketch, sketch.getInt(8));
    }

    private static long arrayEnd(ByteBuffer sketch, int lgK) {
        if (sketch.capacity() < ARRAY_START) {
            return TOO_LONG;
        }
        long slots = 1L << lgK;
        return ARRAY_START
                + switch ((sketch.get(7) >> 2) & 3) {
                    case 0 -> slots / 2 + exceptionBytes(sketch);
                    case 1 -> slots * 3 / 4 + 1;
                    case 2 -> slots;
                    default -> TOO_LONG;
                };
    }

    private static long exceptionBytes(ByteBuffer sketch) {
        int exceptions = sketch.getInt(AUX_COUNT);
        return exceptions == 0 ? 0 : couponBytes(sketch, exceptions);
    }

    private static long couponBytes(ByteBuffer sketch, int count) {
        if (count < 0) {
            return TOO_LONG;
        }
        boolean compact = (sketch.get(5) & COMPACT) != 0;
        return 4L * (compact ? count : Math.max(count, 1 << sketch.get(4)));
    }
}
