package io.millrace.sandbox.story;

import io.millrace.sandbox.story.Happening.Message;
import io.millrace.sandbox.story.Happening.Pause;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;

/**
 * Visits to the shop, and between them machines that click on advertisements. Events come up to four seconds out of order,
 * some of them twice.
 */
public final class VisitsStory implements Story {

    private static final String TOPIC = "page_events";
    private static final int PARTITIONS = 2;
    private static final int READERS = 24;
    private static final int BURST = 5;
    private static final List<String> PRODUCTS = List.of("pen", "ink", "map", "pad");

    @Override
    public String name() {
        return "visits";
    }

    @Override
    public Department department() {
        return Department.BUSINESS;
    }

    @Override
    public Tale tell(Telling telling) {
        Scene scene = new Scene(telling);
        for (int i = 0; i < READERS; i++) {
            scene.reader("reader-" + telling.run() + "-" + i);
        }
        String machine = "machine-" + telling.run() + "-";
        scene.clicks(machine + "five", 5, Duration.ofMillis(400), 0);
        scene.clicks(machine + "nine", 9, Duration.ofMillis(300), 0);
        scene.clicks(machine + "eleven", 11, Duration.ofMillis(200), 0);
        scene.clicks(machine + "glances", 5, Duration.ofMillis(1500), 1);
        String decoy = "decoy-" + telling.run() + "-";
        scene.clicks(decoy + "four", 4, Duration.ofMillis(200), 0);
        scene.clicks(decoy + "slow", 5, Duration.ofMillis(2500), 0);
        scene.clicks(decoy + "reads", 5, Duration.ofMillis(1500), 2);
        return scene.tale();
    }

    /** What was planted, and what it must lead to. */
    private static final class Scene {
        private final SplittableRandom random;
        private final Telling telling;
        private final List<PageEvent> events = new ArrayList<>();
        private final Map<List<String>, List<String>> alerts = new HashMap<>();

        Scene(Telling telling) {
            this.telling = telling;
            random = telling.random();
        }

        /** Two visits, 45 minutes apart; no two events of one reader are closer than 20 seconds. */
        void reader(String visitor) {
            Instant time = telling.start().plusSeconds(random.nextInt(600));
            int dwell = random.nextInt(1, 30);
            for (int visit = 0; visit < 2; visit++) {
                int count = random.nextInt(1, 9);
                for (int i = 0; i < count; i++) {
                    String kind =
                            List.of("view", "view", "click", "cart", "buy").get(random.nextInt(5));
                    add(visitor, PRODUCTS.get(random.nextInt(PRODUCTS.size())), kind, dwell, time);
                    time = time.plusSeconds(random.nextInt(20, 240)).plusMillis(random.nextInt(1000));
                }
                time = time.plus(Duration.ofMinutes(45));
            }
        }

        /**
         * Clicks at equal steps, with a view between the third and the fourth.
         *
         * @param dwell how many seconds the view takes; none for 0
         */
        void clicks(String visitor, int count, Duration step, int dwell) {
            Instant start = telling.start().plusSeconds(random.nextInt(1200));
            for (int i = 0; i < count; i++) {
                if (i == 3 && dwell > 0) {
                    add(
                            visitor,
                            "ad",
                            "view",
                            dwell,
                            start.plus(step.multipliedBy(i)).minusMillis(100));
                }
                add(visitor, "ad", "click", null, start.plus(step.multipliedBy(i)));
            }
            boolean machine = visitor.startsWith("machine");
            for (int first = 0; machine && first + BURST <= count; first += BURST) {
                alerts.put(
                        Cells.of(visitor, "ad", start.plus(step.multipliedBy(first))),
                        Cells.of(start.plus(step.multipliedBy(first + BURST - 1)), BURST));
            }
        }

        private void add(String visitor, String product, String kind, Integer dwell, Instant time) {
            events.add(new PageEvent(
                    visitor + "-" + events.size(), visitor, product, kind, kind.equals("view") ? dwell : null, time));
        }

        Tale tale() {
            Map<Instant, List<PageEvent>> sent = new TreeMap<>();
            for (PageEvent event : events) {
                Instant arrival = event.time().plusMillis(random.nextInt(4000));
                sent.computeIfAbsent(arrival, any -> new ArrayList<>()).add(event);
                if (random.nextInt(10) == 0) {
                    sent.computeIfAbsent(arrival.plusSeconds(3), any -> new ArrayList<>())
                            .add(event);
                }
            }
            List<Happening> happenings = new ArrayList<>();
            // A partition that was idle until now must be heard before its time is waited for.
            everyPartition(happenings, "begin", telling.start());
            happenings.add(new Pause(Duration.ofSeconds(2)));
            sent.values().stream()
                    .flatMap(List::stream)
                    .map(event -> Message.keyed(TOPIC, event.visitor(), event.json(), event.time()))
                    .forEach(happenings::add);
            Instant end = events.stream()
                    .map(PageEvent::time)
                    .max(Comparator.naturalOrder())
                    .orElseThrow()
                    .plus(Duration.ofHours(2));
            everyPartition(happenings, "end", end);
            VisitFeatures features = new VisitFeatures(events);
            return new Tale(happenings, List.of(clickAlerts(), features.sessions(), features.scores()));
        }

        private void everyPartition(List<Happening> happenings, String id, Instant time) {
            for (int partition = 0; partition < PARTITIONS; partition++) {
                String unique = id + "-" + telling.run() + "-" + partition;
                PageEvent event = new PageEvent(unique, null, null, "view", null, time);
                happenings.add(Message.in(TOPIC, partition, event.json(), time));
            }
        }

        private StoryResult clickAlerts() {
            return new StoryResult(
                    "click_alerts",
                    new Place.Topic("click_alerts"),
                    List.of("visitor_id", "product", "started"),
                    List.of("ended", "clicks"),
                    alerts);
        }
    }
}
