package io.millrace.sandbox.story;

import io.millrace.sandbox.story.Happening.Pause;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Half an hour of the services' logs: requests, errors, lines that nobody can read, one outage, and orders whose lines
 * are strewn over services. Lines come up to seven seconds out of order, which the table's watermark allows.
 */
final class ServiceLogStory implements Story {
    private static final int MINUTES = 30;
    private static final int PARTITIONS = 2;
    private static final int MOST_DELAY_MILLIS = 7_000;
    private static final int ORDERS = 20;
    private static final int OUTAGE_FROM = 18;
    private static final int OUTAGE_UNTIL = 22;
    private static final String CLOCK = "clock";

    private record Sent(LogLine line, int partition, Instant sent) {}

    @Override
    public String name() {
        return "service-logs";
    }

    @Override
    public Department department() {
        return Department.OPERATIONS;
    }

    @Override
    public Tale tell(Telling telling) {
        SplittableRandom random = telling.random();
        List<LogLine> lines = new ArrayList<>();
        for (int minute = 0; minute < MINUTES; minute++) {
            Instant start = telling.start().plus(Duration.ofMinutes(minute));
            for (String service : List.of("search", "cart", "checkout")) {
                boolean outage = service.equals("checkout") && minute >= OUTAGE_FROM && minute < OUTAGE_UNTIL;
                minute(lines, start, service, outage, random);
            }
        }
        List<OrderTrail> orders = orders(telling, random);
        orders.forEach(order -> {
            lines.addAll(order.found());
            lines.addAll(order.lost());
        });
        return new Tale(happenings(telling.start(), lines, random), results(lines, orders));
    }

    private static void minute(
            List<LogLine> lines, Instant start, String service, boolean outage, SplittableRandom random) {
        int requests = random.nextInt(5, 20);
        for (int i = 0; i < requests; i++) {
            int status = random.nextInt(100) < 3 ? 503 : random.nextInt(10) == 0 ? 404 : 200;
            lines.add(LogLine.request(within(start, random), service, status, random.nextInt(1, 1500)));
        }
        int errors = outage ? 20 : random.nextInt(3);
        for (int i = 0; i < errors; i++) {
            lines.add(LogLine.event(within(start, random), service, i % 5 == 4 ? "FATAL" : "ERROR", "no answer"));
        }
        lines.add(LogLine.event(within(start, random), service, "WARN", "ERROR is near"));
        if (random.nextInt(4) == 0) {
            lines.add(LogLine.noise(within(start, random), service, "-- restart " + random.nextInt(10) + " --"));
        }
    }

    private static List<OrderTrail> orders(Telling telling, SplittableRandom random) {
        List<OrderTrail> orders = new ArrayList<>();
        for (int i = 0; i < ORDERS; i++) {
            long id = 9_000_000 + telling.run() * 1_000 + i;
            Instant placed = telling.start().plusSeconds(60).plusMillis(random.nextInt(600_000));
            orders.add(new OrderTrail(id, Long.toHexString(id), placed, Duration.ofMinutes(random.nextInt(18))));
        }
        return orders;
    }

    private static Instant within(Instant minute, SplittableRandom random) {
        return minute.plusMillis(random.nextInt(60_000));
    }

    private static List<Happening> happenings(Instant start, List<LogLine> lines, SplittableRandom random) {
        List<Happening> happenings = new ArrayList<>(clock(start));
        // Both partitions are awake before time goes on in one of them.
        happenings.add(new Pause(Duration.ofSeconds(2)));
        lines.stream()
                .map(line -> new Sent(
                        line, random.nextInt(PARTITIONS), line.time().plusMillis(random.nextInt(MOST_DELAY_MILLIS))))
                .sorted(Comparator.comparing(Sent::sent))
                .forEach(sent -> happenings.add(sent.line().in(sent.partition())));
        happenings.addAll(clock(start.plus(Duration.ofHours(2))));
        return happenings;
    }

    private static List<Happening> clock(Instant time) {
        List<Happening> messages = new ArrayList<>();
        for (int partition = 0; partition < PARTITIONS; partition++) {
            messages.add(LogLine.event(time, CLOCK, "INFO", "tick").in(partition));
        }
        return messages;
    }

    private static List<StoryResult> results(List<LogLine> lines, List<OrderTrail> orders) {
        Map<List<String>, List<String>> steps = new HashMap<>();
        orders.forEach(order -> steps.putAll(order.rows()));
        Map<List<String>, List<String>> alerts = new HashMap<>();
        lines.stream()
                .map(LogLine::service)
                .distinct()
                .flatMap(service -> new ErrorAlertTally(service, lines).texts().stream())
                .forEach(text -> alerts.put(List.of(text), List.of()));
        return List.of(
                new StoryResult(
                        "service_health",
                        new Place.Query("SELECT * FROM service_health WHERE service <> '" + CLOCK + "'"),
                        List.of("service", "window_end"),
                        List.of(
                                "requests",
                                "failed_requests",
                                "error_rate",
                                "p95_millis",
                                "p99_millis",
                                "error_lines",
                                "unparsed_lines",
                                "unparsed_example"),
                        new ServiceHealthTally(lines).rows()),
                new StoryResult(
                        "order_timeline",
                        new Place.Query("SELECT * FROM order_timeline WHERE topic = 'service-logs'"),
                        List.of("order_id", "at_time", "service"),
                        List.of("detail"),
                        steps),
                new StoryResult("error_alerts", new Place.Chat("slack"), List.of("text"), List.of(), alerts));
    }
}
