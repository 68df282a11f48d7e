package io.millrace.sandbox.story;

import io.millrace.sandbox.story.Happening.Message;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;

/**
 * An hour of documents that are shown and clicked: some clicks just in time and some just too late, some twice, some
 * showings delivered twice, clicks on what was never shown.
 */
public final class ClickStory implements Story {

    private static final int SHOWINGS = 720;
    private static final Duration APART = Duration.ofSeconds(5);
    private static final Duration WINDOW = Duration.ofMinutes(10);
    private static final Duration TIME_TO_CLICK = Duration.ofMinutes(30);
    private static final List<String> DOCUMENTS = List.of("guide", "terms", "offer", "sizes", "returns", "care");

    @Override
    public String name() {
        return "clicks";
    }

    @Override
    public Department department() {
        return Department.DATA;
    }

    @Override
    public Tale tell(Telling telling) {
        SplittableRandom random = telling.random();
        Posts posts = new Posts(random, Duration.ofSeconds(8));
        Map<Instant, Map<String, Count>> windows = new TreeMap<>();
        for (int i = 0; i < SHOWINGS; i++) {
            Instant shown = telling.start().plus(APART.multipliedBy(i));
            int document = random.nextInt(DOCUMENTS.size());
            String id = "i-" + telling.run() + "-" + i;
            show(posts, id, DOCUMENTS.get(document), shown);
            if (random.nextInt(20) == 0) {
                show(posts, id, DOCUMENTS.get(document), shown);
            }
            boolean clicked = false;
            // The first document is clicked least, the last one most.
            if (random.nextInt(DOCUMENTS.size() + 1) <= document) {
                Duration after = timeToClick(random);
                clicked = after.compareTo(TIME_TO_CLICK) <= 0;
                click(posts, "k-" + telling.run() + "-" + i, id, shown.plus(after));
                if (clicked && random.nextInt(10) == 0) {
                    click(
                            posts,
                            "again-" + telling.run() + "-" + i,
                            id,
                            shown.plus(after).plusSeconds(2));
                }
            }
            long window = shown.getEpochSecond() - shown.getEpochSecond() % WINDOW.toSeconds();
            windows.computeIfAbsent(Instant.ofEpochSecond(window), any -> new TreeMap<>())
                    .computeIfAbsent(DOCUMENTS.get(document), any -> new Count())
                    .add(clicked);
        }
        click(posts, "k-" + telling.run() + "-stray", "i-" + telling.run() + "-never", telling.start());
        Instant end = telling.start().plus(Duration.ofHours(4));
        return new Tale(
                posts.endingWith(List.of(
                        Message.in("impressions", 0, showing("end", null, end), end),
                        Message.in("clicks", 0, click("end", "end", end), end))),
                results(windows));
    }

    /** Mostly soon; the bound itself, and a millisecond more, now and then. */
    private static Duration timeToClick(SplittableRandom random) {
        return switch (random.nextInt(12)) {
            case 0 -> TIME_TO_CLICK;
            case 1 -> TIME_TO_CLICK.plusMillis(1);
            case 2 -> TIME_TO_CLICK.plusMinutes(1 + random.nextInt(60));
            default -> Duration.ofMillis(random.nextLong(TIME_TO_CLICK.toMillis()));
        };
    }

    private static List<StoryResult> results(Map<Instant, Map<String, Count>> windows) {
        Map<List<String>, List<String>> byDocument = new HashMap<>();
        Map<List<String>, List<String>> averages = new HashMap<>();
        windows.forEach((window, documents) -> {
            BigDecimal sum = BigDecimal.ZERO;
            for (Map.Entry<String, Count> entry : documents.entrySet()) {
                Count count = entry.getValue();
                sum = sum.add(count.rate());
                byDocument.put(Cells.of(window, entry.getKey()), Cells.of(count.showings, count.clicked, count.rate()));
            }
            averages.put(
                    Cells.of(window),
                    Cells.of(
                            documents.size(),
                            sum.divide(BigDecimal.valueOf(documents.size()), 4, RoundingMode.HALF_UP)));
        });
        return List.of(
                new StoryResult(
                        "click_rate_by_document",
                        new Place.Query("SELECT * FROM click_rate_by_document"),
                        List.of("window_start", "document_id"),
                        List.of("impressions", "clicked", "click_rate"),
                        byDocument),
                new StoryResult(
                        "click_rate",
                        new Place.Query("SELECT * FROM click_rate"),
                        List.of("window_start"),
                        List.of("documents", "average_rate"),
                        averages));
    }

    private static void show(Posts posts, String id, String document, Instant time) {
        posts.add("impressions", id, showing(id, document, time), time);
    }

    private static String showing(String id, String document, Instant time) {
        String named = document == null ? "" : "\"document_id\":\"" + document + "\",";
        return "{\"impression_id\":\"" + id + "\"," + named + "\"shown_at\":\"" + time + "\"}";
    }

    private static void click(Posts posts, String id, String showing, Instant time) {
        posts.add("clicks", showing, click(id, showing, time), time);
    }

    private static String click(String id, String showing, Instant time) {
        return "{\"click_id\":\"" + id + "\",\"impression_id\":\"" + showing + "\",\"clicked_at\":\"" + time + "\"}";
    }

    /** Showings of a document in a window. */
    private static final class Count {

        private int showings;
        private int clicked;

        void add(boolean isClicked) {
            showings++;
            clicked += isClicked ? 1 : 0;
        }

        BigDecimal rate() {
            return BigDecimal.valueOf(clicked).divide(BigDecimal.valueOf(showings), 4, RoundingMode.HALF_UP);
        }
    }
}
