package io.millrace.sandbox.story;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

/**
 * What a chat must be told about the errors of one service: that it began to fail, and that this was over.
 *
 * <p>It counts for one outage, no longer than the half hour within which nothing is told twice, of a service that logs in
 * every minute.
 */
final class ErrorAlertTally {
    private static final int LEAST = 10;
    private static final int FACTOR = 3;
    private static final int SHORT_PAST = 10;
    private static final int EXAMPLE = 200;

    private final String service;
    private final TreeMap<Instant, List<LogLine>> minutes = new TreeMap<>();

    ErrorAlertTally(String service, List<LogLine> lines) {
        this.service = service;
        lines.stream().filter(line -> line.service().equals(service)).forEach(line -> minutes.computeIfAbsent(
                        line.time().truncatedTo(ChronoUnit.MINUTES), minute -> new ArrayList<>())
                .add(line));
    }

    /** Returns the messages in their order. */
    List<String> texts() {
        List<String> texts = new ArrayList<>();
        List<Integer> past = new ArrayList<>();
        boolean failing = false;
        for (var minute : minutes.entrySet()) {
            List<String> errors = minute.getValue().stream()
                    .filter(line -> line.isFailedRequest() || line.isErrorEvent())
                    .map(LogLine::text)
                    .sorted(Comparator.reverseOrder())
                    .toList();
            past.add(errors.size());
            double usual = past.size() > SHORT_PAST ? median(past) : 0;
            boolean fails = errors.size() >= LEAST && errors.size() > FACTOR * usual;
            if (fails && !failing) {
                Instant end = minute.getKey().plus(Duration.ofMinutes(1));
                texts.add(alert(errors, usual, end));
            } else if (!fails && failing) {
                texts.add(":white_check_mark: " + service + " is down to " + errors.size() + " errors a minute");
            }
            failing = fails;
        }
        return texts;
    }

    private String alert(List<String> errors, double usual, Instant end) {
        String example = errors.get(0);
        return ":fire: %s had %d errors in the minute to %s UTC, %s are usual: %s"
                .formatted(
                        service,
                        errors.size(),
                        DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(LocalDateTime.ofInstant(end, ZoneOffset.UTC)),
                        usual,
                        example.substring(0, Math.min(EXAMPLE, example.length())));
    }

    private static double median(List<Integer> numbers) {
        List<Integer> sorted = numbers.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2.0;
    }
}
