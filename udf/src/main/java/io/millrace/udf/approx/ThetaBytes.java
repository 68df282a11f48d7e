package io.millrace.udf.approx;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.apache.datasketches.memory.Memory;
import org.apache.datasketches.theta.CompactSketch;
import org.apache.datasketches.theta.HashIterator;
import org.apache.datasketches.theta.Sketches;
import org.apache.datasketches.thetacommon.ThetaUtil;

/**
 * Reads theta sketches in the binary form of Apache DataSketches (serial version 3, compact, the usual seed).
 *
 * <p>As with {@link HllBytes} the lengths are checked before the library sees a sketch.
 */
final class ThetaBytes {

    static final int LEAST_LG_K = 4;
    static final int MOST_LG_K = 21;
    static final int DEFAULT_LG_K = 12;

    private static final int SERIAL_VERSION = 3;
    private static final int FAMILY = 3;
    private static final int MOST_PREAMBLE_LONGS = 3;
    private static final int EMPTY = 4;
    private static final int COMPACT = 8;
    private static final int SINGLE = 32;

    private ThetaBytes() {}

    /**
     * Reads a sketch.
     *
     * @return the sketch; null if the bytes are none, or a damaged one
     */
    static CompactSketch read(byte[] bytes) {
        try {
            if (!isWhole(ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN))) {
                return null;
            }
            CompactSketch sketch = Sketches.heapifyCompactSketch(Memory.wrap(bytes), ThetaUtil.DEFAULT_UPDATE_SEED);
            return isSound(sketch) ? sketch : null;
        } catch (RuntimeException e) {
            // The library has an exception of its own for some damages and indices out of bounds for others.
            return null;
        }
    }

    private static boolean isWhole(ByteBuffer sketch) {
        if (sketch.capacity() < Long.BYTES || sketch.get(1) != SERIAL_VERSION || sketch.get(2) != FAMILY) {
            return false;
        }
        int preamble = sketch.get(0) & 0x3F;
        if (preamble < 1 || preamble > MOST_PREAMBLE_LONGS || sketch.capacity() < preamble * Long.BYTES) {
            return false;
        }
        int flags = sketch.get(5);
        boolean empty = (flags & EMPTY) != 0;
        boolean single = (flags & SINGLE) != 0;
        if ((flags & COMPACT) == 0 || (empty && single) || ((empty || single) && preamble > 1)) {
            return false;
        }
        long entries = empty ? 0 : preamble == 1 ? 1 : sketch.getInt(8);
        return entries >= 0 && sketch.capacity() >= (preamble + entries) * Long.BYTES;
    }

    // Every entry is a hash below theta; one that is not would stay in unions and make them wrong.
    private static boolean isSound(CompactSketch sketch) {
        long theta = sketch.getThetaLong();
        if (theta <= 0) {
            return false;
        }
        HashIterator entries = sketch.iterator();
        long last = 0;
        while (entries.next()) {
            long entry = entries.get();
            if (entry <= 0 || entry >= theta || (sketch.isOrdered() && entry <= last)) {
                return false;
            }
            last = entry;
        }
        return true;
    }
}
