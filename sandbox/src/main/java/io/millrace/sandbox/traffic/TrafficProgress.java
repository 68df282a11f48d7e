package io.millrace.sandbox.traffic;

import io.millrace.sandbox.traffic.OrderChange.Kind;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** What a run has sent so far, markers left out; {@code fired} is null while the late gate is closed. */
public record TrafficProgress(
        Instant greatest, long orders, long changes, long deletions, long inTime, long late, MinuteWindow fired) {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

    static TrafficProgress start(Instant base) {
        return new TrafficProgress(base, 0, 0, 0, 0, 0, null);
    }

    TrafficProgress plus(OrderBatch batch, MinuteWindow firedNow) {
        return new TrafficProgress(
                batch.greatest(),
                orders + batch.changes(Kind.INSERT).size(),
                changes + batch.changes(Kind.UPDATE).size(),
                deletions + batch.changes(Kind.DELETE).size(),
                inTime + batch.count(Timing.IN_TIME),
                late + batch.count(Timing.LATE),
                firedNow);
    }

    /** Returns the number of rows sent. */
    public long sent() {
        return inTime + late;
    }

    /** Returns one line for people. */
    public String line() {
        return String.format(
                Locale.ROOT,
                "event time %s  sent %d (orders %d, changes %d, deletions %d)  in time %d  late %d",
                TIME.format(greatest),
                sent(),
                orders,
                changes,
                deletions,
                inTime,
                late);
    }
}
