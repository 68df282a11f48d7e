package io.millrace.sandbox.story;

import io.millrace.sandbox.story.Happening.Message;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Three campaigns, one of which goes on over midnight and one of which nobody opens; openings on the bounds and just beyond
 * them, some told of twice, some of no known push.
 */
public final class PushStory implements Story {

    private static final int PUSHES = 600;
    private static final Duration APART = Duration.ofMinutes(2);
    private static final Duration TIME_TO_OPEN = Duration.ofDays(1);
    private static final Duration CLOCKS = Duration.ofMinutes(1);
    private static final List<String> CAMPAIGNS = List.of("spring", "news", "unread");

    @Override
    public String name() {
        return "pushes";
    }

    @Override
    public Department department() {
        return Department.DATA;
    }

    @Override
    public Tale tell(Telling telling) {
        SplittableRandom random = telling.random();
        Posts posts = new Posts(random, Duration.ofSeconds(40));
        Map<List<String>, int[]> counts = new HashMap<>();
        for (int i = 0; i < PUSHES; i++) {
            Instant sent = telling.start().plus(APART.multipliedBy(i));
            String campaign = CAMPAIGNS.get(random.nextInt(CAMPAIGNS.size())) + "-" + telling.run();
            String id = "p-" + telling.run() + "-" + i;
            posts.add("pushes", id, push(id, campaign, sent), sent);
            boolean opened = false;
            if (!campaign.startsWith("unread") && random.nextInt(3) > 0) {
                Duration after = timeToOpen(random);
                opened = after.compareTo(CLOCKS.negated()) >= 0 && after.compareTo(TIME_TO_OPEN) <= 0;
                posts.add("push_opens", id, open(id, sent.plus(after)), sent.plus(after));
                if (random.nextInt(8) == 0) {
                    posts.add("push_opens", id, open(id, sent.plus(after)), sent.plus(after));
                }
            }
            int[] count = counts.computeIfAbsent(
                    Cells.of(LocalDate.ofInstant(sent, ZoneOffset.UTC), campaign), any -> new int[2]);
            count[0]++;
            count[1] += opened ? 1 : 0;
        }
        String stray = "p-" + telling.run() + "-never";
        posts.add("push_opens", stray, open(stray, telling.start()), telling.start());
        Instant end = telling.start().plus(Duration.ofDays(4));
        return new Tale(
                posts.endingWith(List.of(
                        Message.in("pushes", 0, push("end", null, end), end),
                        Message.in("push_opens", 0, open("end", end), end))),
                List.of(result(counts)));
    }

    /** Mostly within hours; the bounds themselves, and a millisecond beyond them, now and then. */
    private static Duration timeToOpen(SplittableRandom random) {
        return switch (random.nextInt(12)) {
            case 0 -> TIME_TO_OPEN;
            case 1 -> TIME_TO_OPEN.plusMillis(1);
            case 2 -> CLOCKS.negated();
            case 3 -> CLOCKS.negated().minusMillis(1);
            default -> Duration.ofSeconds(random.nextLong(TIME_TO_OPEN.toSeconds()));
        };
    }

    private static StoryResult result(Map<List<String>, int[]> counts) {
        Map<List<String>, List<String>> rows = new HashMap<>();
        counts.forEach((key, count) -> rows.put(
                key,
                Cells.of(
                        count[0],
                        count[1],
                        BigDecimal.valueOf(count[1]).divide(BigDecimal.valueOf(count[0]), 6, RoundingMode.HALF_UP))));
        return new StoryResult(
                "push_open_rate",
                new Place.Query("SELECT * FROM push_open_rate"),
                List.of("sent_day", "campaign_id"),
                List.of("sent", "opened", "open_rate"),
                rows);
    }

    private static String push(String id, String campaign, Instant time) {
        String named = campaign == null ? "" : "\"campaign_id\":\"" + campaign + "\",";
        return "{\"push_id\":\"" + id + "\"," + named + "\"customer_id\":7,\"sent_at\":\"" + time + "\"}";
    }

    private static String open(String id, Instant time) {
        return "{\"push_id\":\"" + id + "\",\"opened_at\":\"" + time + "\"}";
    }
}
