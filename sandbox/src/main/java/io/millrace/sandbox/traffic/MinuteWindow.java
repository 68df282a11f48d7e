package io.millrace.sandbox.traffic;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * One tumbling minute of event time, and the rules that say whether its result can still change.
 *
 * <p>The pipeline's watermark is the least, over the partitions of topic {@code orders}, of the greatest event time
 * read there, less {@link #WATERMARK_DELAY}; a window fires when the watermark reaches its end.
 *
 * <p><b>Surely open.</b> A row sent while the greatest event time sent so far is below {@code end + 5 s} is in time
 * however the partitions are interleaved: when it is read from its partition, only rows sent before it were read from
 * there, so that partition, and with it the least over all partitions, stands below {@code end + 5 s}, and the
 * watermark below {@code end}. This needs what the pipelines give: every partition keeps the order in which the
 * source's changes were made, and no partition stands still longer than the idle time-out while another goes on. Only
 * changes that are read from the binlog come in order; the rows that a CDC source finds in its first snapshot do not.
 * So order-etl must run before the traffic.
 *
 * <p><b>Surely fired.</b> A window has fired, once everything is read, when every partition has received a row at
 * {@code end + 5 s} or later. Between the two rules lies what depends on timing; no row is ever sent there.
 */
public record MinuteWindow(Instant start) implements Comparable<MinuteWindow> {

    /** The window's length. */
    public static final Duration LENGTH = Duration.ofMinutes(1);

    /** How far the pipeline's watermark stays behind the greatest event time. */
    public static final Duration WATERMARK_DELAY = Duration.ofSeconds(5);

    /** Flink's two ways of emitting a watermark differ by 1 ms; this margin makes the rule hold for both. */
    private static final Duration MARGIN = Duration.ofSeconds(1);

    /** Returns the window that {@code eventTime} falls into. */
    public static MinuteWindow of(Instant eventTime) {
        return new MinuteWindow(eventTime.truncatedTo(ChronoUnit.MINUTES));
    }

    /** Returns the first instant after the window. */
    public Instant end() {
        return start.plus(LENGTH);
    }

    /**
     * Tells whether a row sent now, when {@code greatest} is the greatest event time sent so far, is surely in time.
     */
    public boolean isSurelyOpen(Instant greatest) {
        return greatest.isBefore(end().plus(WATERMARK_DELAY).minus(MARGIN));
    }

    /** Tells whether the window has surely fired once every partition was read up to event time {@code reached}. */
    public boolean isSurelyFired(Instant reached) {
        return !reached.isBefore(end().plus(WATERMARK_DELAY));
    }

    @Override
    public int compareTo(MinuteWindow other) {
        return start.compareTo(other.start);
    }
}
