package io.millrace.udf.approx;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.apache.flink.table.data.DecimalData;
import org.apache.flink.table.data.StringData;
import org.apache.flink.table.data.TimestampData;

/**
 * Gives SQL values to a sketch of a set so that equal values of one kind count once, whatever their precision.
 *
 * <p>What DataSketches has a form for keeps it, and so meets the same value in sketches of other engines: strings as
 * UTF-8, integers of every width as 64-bit integers, FLOAT and DOUBLE as doubles (with one zero and one NaN), BYTES as
 * they are. BOOLEAN is 0 or 1, DATE the days and TIMESTAMP the microseconds since 1970-01-01, TIME the milliseconds of
 * the day. A DECIMAL without a fraction is the integer; another one is its digits and its scale without trailing zeros.
 */
final class DistinctValues {

    // The library passes over what has no bytes; SQL counts it.
    private static final long[] EMPTY = {0, 0, 0};

    private static final long MICROS_PER_MILLI = 1_000;
    private static final int NANOS_PER_MICRO = 1_000;

    private DistinctValues() {}

    /**
     * Adds a value.
     *
     * @param value the value in Flink's internal form; not null
     * @param sketch the sketch that takes it
     */
    static void add(Object value, DistinctSketch sketch) {
        if (value instanceof StringData text) {
            addBytes(text.toBytes(), sketch);
        } else if (value instanceof Double || value instanceof Float) {
            sketch.update(((Number) value).doubleValue());
        } else if (value instanceof Number number) {
            sketch.update(number.longValue());
        } else if (value instanceof TimestampData time) {
            addTime(time, sketch);
        } else if (value instanceof DecimalData decimal) {
            addDecimal(decimal, sketch);
        } else if (value instanceof Boolean bool) {
            sketch.update(bool ? 1L : 0L);
        } else {
            addBytes((byte[]) value, sketch);
        }
    }

    private static void addBytes(byte[] bytes, DistinctSketch sketch) {
        if (bytes.length == 0) {
            sketch.update(EMPTY);
        } else {
            sketch.update(bytes);
        }
    }

    private static void addTime(TimestampData time, DistinctSketch sketch) {
        int nanos = time.getNanoOfMillisecond();
        long micros = time.getMillisecond() * MICROS_PER_MILLI + nanos / NANOS_PER_MICRO;
        if (nanos % NANOS_PER_MICRO == 0) {
            sketch.update(micros);
        } else {
            sketch.update(new long[] {micros, nanos % NANOS_PER_MICRO});
        }
    }

    private static void addDecimal(DecimalData decimal, DistinctSketch sketch) {
        if (decimal.isCompact()) {
            addDecimal(decimal.toUnscaledLong(), decimal.scale(), sketch);
        } else {
            addDecimal(decimal.toBigDecimal(), sketch);
        }
    }

    private static void addDecimal(long digits, int scale, DistinctSketch sketch) {
        long shortest = digits;
        int left = scale;
        while (left > 0 && shortest % 10 == 0) {
            shortest /= 10;
            left--;
        }
        if (left == 0) {
            sketch.update(shortest);
        } else {
            sketch.update(new long[] {shortest, left});
        }
    }

    private static void addDecimal(BigDecimal decimal, DistinctSketch sketch) {
        BigDecimal shortest = decimal.stripTrailingZeros();
        if (shortest.scale() <= 0) {
            shortest = shortest.setScale(0);
        }
        BigInteger digits = shortest.unscaledValue();
        if (digits.bitLength() < Long.SIZE) {
            addDecimal(digits.longValue(), shortest.scale(), sketch);
        } else {
            // At most 38 digits, which are fewer than 128 bits.
            sketch.update(new long[] {digits.shiftRight(Long.SIZE).longValue(), digits.longValue(), shortest.scale()});
        }
    }
}
