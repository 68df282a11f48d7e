package io.millrace.sandbox.story;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What a model is told of visitors, counted event by event. */
final class VisitFeatures {

    private static final Duration GAP = Duration.ofMinutes(30);
    private static final Duration RECENT = Duration.ofMinutes(10);

    private final Map<String, List<PageEvent>> visitors;

    VisitFeatures(List<PageEvent> events) {
        visitors = events.stream()
                .sorted(Comparator.comparing(PageEvent::time))
                .collect(Collectors.groupingBy(PageEvent::visitor));
    }

    /** Returns the visits, which half an hour without an event ends. */
    StoryResult sessions() {
        Map<List<String>, List<String>> rows = new HashMap<>();
        visitors.forEach((visitor, events) -> {
            int first = 0;
            for (int i = 1; i <= events.size(); i++) {
                if (i == events.size() || apart(events.get(i - 1), events.get(i))) {
                    List<PageEvent> visit = events.subList(first, i);
                    List<Object> values = new ArrayList<>();
                    values.add(events.get(i - 1).time());
                    values.addAll(features(visit));
                    values.add(count(visit, "buy") > 0);
                    rows.put(Cells.of(visitor, visit.get(0).time()), Cells.of(values.toArray()));
                    first = i;
                }
            }
        });
        return new StoryResult(
                "session_features",
                new Place.Query("SELECT * FROM session_features"),
                List.of("visitor_id", "started"),
                List.of("ended", "page_views", "ad_clicks", "cart_adds", "products", "mean_dwell_s", "bought"),
                rows);
    }

    /** Returns the last ten minutes, at the end of each minute with an event. The score itself may be missing, by design. */
    StoryResult scores() {
        Map<List<String>, List<String>> rows = new HashMap<>();
        visitors.forEach((visitor, events) -> events.stream()
                .map(event -> event.time().truncatedTo(ChronoUnit.MINUTES).plus(1, ChronoUnit.MINUTES))
                .distinct()
                .forEach(end -> rows.put(
                        Cells.of(visitor, end),
                        Cells.of(features(events.stream()
                                        .filter(event -> event.time().isBefore(end))
                                        .filter(event -> !event.time().isBefore(end.minus(RECENT)))
                                        .toList())
                                .toArray()))));
        return new StoryResult(
                "recommendation_scores",
                new Place.Topic("recommendation_scores"),
                List.of("visitor_id", "window_end"),
                List.of("page_views", "ad_clicks", "cart_adds", "products", "mean_dwell_s"),
                rows);
    }

    private static List<Object> features(List<PageEvent> events) {
        double dwell = events.stream()
                .filter(event -> event.dwellSeconds() != null)
                .mapToInt(PageEvent::dwellSeconds)
                .average()
                .orElse(0);
        long products = events.stream().map(PageEvent::product).distinct().count();
        return List.of(count(events, "view"), count(events, "click"), count(events, "cart"), products, dwell);
    }

    private static long count(List<PageEvent> events, String kind) {
        return events.stream().filter(event -> event.kind().equals(kind)).count();
    }

    private static boolean apart(PageEvent before, PageEvent after) {
        Instant latest = before.time().plus(GAP);
        return after.time().isAfter(latest);
    }
}
