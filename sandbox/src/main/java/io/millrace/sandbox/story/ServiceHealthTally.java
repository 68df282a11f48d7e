package io.millrace.sandbox.story;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;

/** What the log lines of five minutes say about a service, counted line by line for each minute. */
final class ServiceHealthTally {
    private static final Duration WINDOW = Duration.ofMinutes(5);

    private final List<LogLine> lines;

    ServiceHealthTally(List<LogLine> lines) {
        this.lines = List.copyOf(lines);
    }

    /** Returns a row for each service and end of a window that has a line. */
    Map<List<String>, List<String>> rows() {
        Map<List<String>, List<String>> rows = new HashMap<>();
        for (String service : new TreeSet<>(lines.stream().map(LogLine::service).toList())) {
            List<LogLine> own = lines.stream()
                    .filter(line -> line.service().equals(service))
                    .sorted(Comparator.comparing(LogLine::time))
                    .toList();
            Instant end = own.get(0).time().truncatedTo(ChronoUnit.MINUTES).plus(1, ChronoUnit.MINUTES);
            Instant last = own.get(own.size() - 1).time().plus(WINDOW);
            for (; !end.isAfter(last); end = end.plus(1, ChronoUnit.MINUTES)) {
                List<LogLine> window = window(own, end);
                if (!window.isEmpty()) {
                    rows.put(Cells.of(service, end), health(window));
                }
            }
        }
        return rows;
    }

    private static List<LogLine> window(List<LogLine> lines, Instant end) {
        Instant start = end.minus(WINDOW);
        return lines.stream()
                .filter(line -> !line.time().isBefore(start) && line.time().isBefore(end))
                .toList();
    }

    private static List<String> health(List<LogLine> window) {
        List<Integer> millis = window.stream()
                .map(LogLine::millis)
                .filter(Objects::nonNull)
                .sorted()
                .toList();
        long requests = window.stream().filter(LogLine::isRequest).count();
        long failed = window.stream().filter(LogLine::isFailedRequest).count();
        return Cells.of(
                requests,
                failed,
                requests == 0 ? null : (double) failed / requests,
                nearestRank(millis, 95),
                nearestRank(millis, 99),
                window.stream().filter(LogLine::isErrorEvent).count(),
                window.stream().filter(LogLine::isUnreadable).count(),
                window.stream()
                        .filter(LogLine::isUnreadable)
                        .map(LogLine::text)
                        .max(Comparator.naturalOrder())
                        .orElse(null));
    }

    /** Returns the least of the numbers that {@code percent} of all are not above. */
    private static Integer nearestRank(List<Integer> sorted, int percent) {
        return sorted.isEmpty() ? null : sorted.get((percent * sorted.size() + 99) / 100 - 1);
    }
}
