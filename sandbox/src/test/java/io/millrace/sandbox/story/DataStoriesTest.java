package io.millrace.sandbox.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.sandbox.story.Happening.Message;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Counts what the stories' messages lead to a second time, from the messages alone. */
class DataStoriesTest {

    private static final Telling TELLING = new Telling(5, 2);

    @Test
    void equalTellingsGiveEqualTalesAndOtherSeedsOthers() {
        for (Story story : Stories.of(Department.DATA)) {
            Tale tale = story.tell(TELLING);
            assertThat(story.tell(TELLING)).isEqualTo(tale);
            assertThat(story.tell(new Telling(6, 2))).isNotEqualTo(tale);
        }
    }

    @Test
    void rowsAreOutOfOrderByLessThanTheWatermarksWait() {
        assertThat(disorder(new ClickStory(), "shown_at")).isPositive().isLessThan(Duration.ofSeconds(10));
        assertThat(disorder(new ClickStory(), "clicked_at")).isPositive().isLessThan(Duration.ofSeconds(10));
        assertThat(disorder(new PushStory(), "sent_at")).isLessThan(Duration.ofMinutes(1));
        assertThat(disorder(new PushStory(), "opened_at")).isPositive().isLessThan(Duration.ofMinutes(10));
        assertThat(disorder(new WarehouseStory(), "moved_at")).isPositive().isLessThan(Duration.ofMinutes(1));
    }

    @Test
    void clickRatesAreThoseOfTheMessages() {
        Tale tale = new ClickStory().tell(TELLING);
        Map<String, Set<Instant>> clicks = times(tale, "clicks", "impression_id", "clicked_at");
        Map<List<String>, Set<String>> shown = new HashMap<>();
        Map<List<String>, Set<String>> clicked = new HashMap<>();
        for (Message message : messages(tale, "impressions")) {
            Instant time = Instant.parse(field(message, "shown_at"));
            if (field(message, "document_id") == null) {
                continue;
            }
            List<String> key =
                    Cells.of(Instant.ofEpochSecond(time.getEpochSecond() / 600 * 600), field(message, "document_id"));
            String id = field(message, "impression_id");
            add(shown, key, id);
            if (anyWithin(clicks.get(id), time, time.plus(Duration.ofMinutes(30)))) {
                add(clicked, key, id);
            }
        }
        Map<List<String>, List<String>> expected = new HashMap<>();
        shown.forEach((key, ids) -> {
            int hits = clicked.getOrDefault(key, Set.of()).size();
            expected.put(key, Cells.of(ids.size(), hits, ratio(hits, ids.size(), 4)));
        });
        assertThat(rows(tale, "click_rate_by_document")).isEqualTo(expected);
        assertThat(rows(tale, "click_rate")).hasSize(6);
        rows(tale, "click_rate").forEach((window, cells) -> {
            List<BigDecimal> rates = expected.entrySet().stream()
                    .filter(entry -> entry.getKey().get(0).equals(window.get(0)))
                    .map(entry -> new BigDecimal(entry.getValue().get(2)))
                    .toList();
            BigDecimal sum = rates.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
            assertThat(cells)
                    .isEqualTo(Cells.of(
                            rates.size(), sum.divide(BigDecimal.valueOf(rates.size()), 4, RoundingMode.HALF_UP)));
        });
        assertThat(messages(tale, "impressions")).hasSizeGreaterThan(722);
        assertThat(expected.values()).anyMatch(cells -> !cells.get(0).equals(cells.get(1)));
    }

    @Test
    void openRatesAreThoseOfTheMessages() {
        Tale tale = new PushStory().tell(TELLING);
        Map<String, Set<Instant>> opens = times(tale, "push_opens", "push_id", "opened_at");
        Map<List<String>, Set<String>> sent = new HashMap<>();
        Map<List<String>, Set<String>> opened = new HashMap<>();
        for (Message message : messages(tale, "pushes")) {
            Instant time = Instant.parse(field(message, "sent_at"));
            if (field(message, "campaign_id") == null) {
                continue;
            }
            List<String> key = List.of(time.toString().substring(0, 10), field(message, "campaign_id"));
            String id = field(message, "push_id");
            add(sent, key, id);
            if (anyWithin(opens.get(id), time.minusSeconds(60), time.plus(Duration.ofDays(1)))) {
                add(opened, key, id);
            }
        }
        Map<List<String>, List<String>> expected = new HashMap<>();
        sent.forEach((key, ids) -> {
            int hits = opened.getOrDefault(key, Set.of()).size();
            expected.put(key, Cells.of(ids.size(), hits, ratio(hits, ids.size(), 6)));
        });
        assertThat(rows(tale, "push_open_rate")).isEqualTo(expected).hasSize(6);
    }

    @Test
    void turnoverIsThatOfTheMessages() {
        Tale tale = new WarehouseStory().tell(TELLING);
        Map<String, Instant> came = new HashMap<>();
        for (Message message : messages(tale, "warehouse_inbound")) {
            came.put(lot(message), Instant.parse(field(message, "moved_at")));
        }
        Map<String, Message> parts = new TreeMap<>();
        messages(tale, "warehouse_outbound").forEach(message -> parts.put(field(message, "movement_id"), message));
        Map<List<String>, long[]> sums = new HashMap<>();
        for (Message message : parts.values()) {
            long units = Long.parseLong(field(message, "units"));
            if (units == 0) {
                continue;
            }
            String left = field(message, "moved_at");
            Instant start = came.get(lot(message));
            long[] sum = sums.computeIfAbsent(
                    List.of(left.substring(0, 10), field(message, "warehouse_id")), any -> new long[3]);
            if (start == null) {
                sum[2] += units;
            } else {
                sum[0] += units;
                sum[1] += units * Duration.between(start, Instant.parse(left)).toSeconds();
            }
        }
        Map<List<String>, List<String>> expected = new HashMap<>();
        sums.forEach((key, sum) ->
                expected.put(key, Cells.of(sum[0], sum[0] == 0 ? null : ratio(sum[1], sum[0] * 3600, 2), sum[2])));
        assertThat(rows(tale, "turnover_by_day")).isEqualTo(expected);
        assertThat(unitsOf(rows(tale, "turnover_by_hour"))).isEqualTo(unitsOf(expected));
        assertThat(parts).hasSizeLessThan(messages(tale, "warehouse_outbound").size());
        assertThat(expected.values()).anyMatch(cells -> !cells.get(2).equals("0"));
    }

    /** How far a row is behind one before it in the same topic, at most. */
    private static Duration disorder(Story story, String column) {
        Map<String, Instant> latest = new HashMap<>();
        Duration most = Duration.ZERO;
        for (Happening happening : story.tell(TELLING).happenings()) {
            Message message = (Message) happening;
            if (field(message, column) != null) {
                Instant time = Instant.parse(field(message, column));
                Instant before = latest.merge(message.topic(), time, (a, b) -> a.isAfter(b) ? a : b);
                Duration behind = Duration.between(time, before);
                most = behind.compareTo(most) > 0 ? behind : most;
            }
        }
        return most;
    }

    private static Map<List<String>, List<String>> rows(Tale tale, String table) {
        return tale.results().stream()
                .filter(result -> result.table().equals(table))
                .findFirst()
                .orElseThrow()
                .rows();
    }

    private static List<Message> messages(Tale tale, String topic) {
        return tale.happenings().stream()
                .map(Message.class::cast)
                .filter(message -> message.topic().equals(topic))
                .toList();
    }

    private static Map<String, Set<Instant>> times(Tale tale, String topic, String id, String time) {
        Map<String, Set<Instant>> times = new HashMap<>();
        for (Message message : messages(tale, topic)) {
            times.computeIfAbsent(field(message, id), any -> new HashSet<>()).add(Instant.parse(field(message, time)));
        }
        return times;
    }

    private static boolean anyWithin(Set<Instant> times, Instant from, Instant to) {
        return times != null && times.stream().anyMatch(time -> !time.isBefore(from) && !time.isAfter(to));
    }

    private static void add(Map<List<String>, Set<String>> sets, List<String> key, String id) {
        sets.computeIfAbsent(key, any -> new HashSet<>()).add(id);
    }

    private static BigDecimal ratio(long part, long whole, int places) {
        return BigDecimal.valueOf(part).divide(BigDecimal.valueOf(whole), places, RoundingMode.HALF_UP);
    }

    private static long unitsOf(Map<List<String>, List<String>> rows) {
        Collection<List<String>> cells = rows.values();
        return cells.stream()
                .mapToLong(row -> Long.parseLong(row.get(0)) + Long.parseLong(row.get(2)))
                .sum();
    }

    private static String lot(Message message) {
        return field(message, "warehouse_id") + " " + field(message, "lot_id");
    }

    private static String field(Message message, String name) {
        Matcher matcher = Pattern.compile("\"" + name + "\":\"?([^\",}]*)").matcher(message.value());
        return matcher.find() ? matcher.group(1) : null;
    }
}
