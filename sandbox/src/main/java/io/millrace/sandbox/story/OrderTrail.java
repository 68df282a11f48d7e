package io.millrace.sandbox.story;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The lines that tell of one order: two that name it, and three that name only its request, of which the last comes so
 * late that the request is forgotten.
 */
record OrderTrail(long order, String trace, Instant placed, Duration farewell) {

    /** Within this time of a line that names the order and the request, other lines of the request belong to the order. */
    static final Duration REQUEST = Duration.ofMinutes(15);

    List<LogLine> found() {
        return List.of(
                line(placed.minusMillis(40), "gate", "trace=" + trace + " POST /orders"),
                line(placed, "shop", "trace=" + trace + " order=" + order + " placed"),
                line(placed.plusSeconds(2), "pay", "card taken, trace=" + trace),
                line(placed.plusSeconds(3).plus(farewell), "mail", "order=" + order + " is on its way"));
    }

    List<LogLine> lost() {
        return List.of(line(placed.plus(REQUEST).plusMillis(1), "pay", "settled trace=" + trace));
    }

    /** Returns the rows of the order's timeline. */
    Map<List<String>, List<String>> rows() {
        Map<List<String>, List<String>> rows = new HashMap<>();
        found().forEach(line -> rows.put(Cells.of(order, line.time(), line.service()), Cells.of(line.text())));
        return rows;
    }

    private static LogLine line(Instant time, String service, String message) {
        return LogLine.event(time, service, "INFO", message);
    }
}
