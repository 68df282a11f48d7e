package io.millrace.sandbox.story;

import io.millrace.sandbox.story.DeviceLife.Reading;
import io.millrace.sandbox.story.Happening.Message;
import io.millrace.sandbox.story.Happening.Pause;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Half an hour of devices: one that is as always, one whose last reading jumps, one that had never moved, one that falls
 * silent and comes back, and one that never does. Some readings are sent twice, some are broken, and one comes late.
 */
final class DeviceStory implements Story {
    private static final Duration LENGTH = Duration.ofMinutes(30);
    private static final int ALL = 180;
    private static final int LONG_ENOUGH = 40;

    private record Sent(DeviceLife life, Reading reading) {}

    @Override
    public String name() {
        return "devices";
    }

    @Override
    public Department department() {
        return Department.OPERATIONS;
    }

    @Override
    public Tale tell(Telling telling) {
        Instant start = telling.start();
        Instant comeback = start.plus(Duration.ofMinutes(20));
        DeviceLife calm = belt(telling, "calm", 0).and(start, ALL, 10, 12);
        DeviceLife jump =
                belt(telling, "jump", 1).and(start, LONG_ENOUGH, 10, 12).and(40);
        DeviceLife still = new DeviceLife("fridge-" + telling.run(), "temperature", 0, List.of())
                .and(start, LONG_ENOUGH, 4, 4)
                .and(9);
        DeviceLife lost = belt(telling, "lost", 1).and(start, LONG_ENOUGH, 10, 12);
        DeviceLife before = belt(telling, "back", 0).and(start, LONG_ENOUGH, 10, 12);
        DeviceLife back = before.and(comeback, 60, 10, 12);
        List<DeviceLife> lives = List.of(calm, jump, still, lost, back);

        Map<List<String>, List<String>> anomalies = new HashMap<>();
        anomalies.put(key(jump), Cells.of("jump", jump.last().value()));
        anomalies.put(key(still), Cells.of("level", still.last().value()));
        List<String> texts = new ArrayList<>();
        texts.add(anomaly(jump, "jump"));
        texts.add(anomaly(still, "level"));
        lives.forEach(life -> texts.add(silence(life)));
        texts.add(silence(before));
        texts.add(back.device() + " is back");
        if (telling.run() > 1) {
            // Only now has time gone on for ten minutes since the clocks of the run before.
            Telling last = new Telling(telling.seed(), telling.run() - 1);
            clocks(last).forEach(clock -> texts.add(silence(clock)));
        }
        BrokenReadings broken = new BrokenReadings(telling.run(), start);
        return new Tale(
                happenings(telling, lives, broken), List.of(layer(anomalies), robot(texts), broken.deadLetters()));
    }

    private static List<Happening> happenings(Telling telling, List<DeviceLife> lives, BrokenReadings broken) {
        List<Sent> all = new ArrayList<>();
        lives.forEach(life -> life.readings().forEach(reading -> all.add(new Sent(life, reading))));
        all.sort(Comparator.comparing(sent -> sent.reading().time()));
        SplittableRandom random = telling.random();
        List<Happening> happenings = new ArrayList<>(broken.messages(0));
        int before = happenings.size() + lives.size();
        for (Sent sent : all) {
            if (happenings.size() == before) {
                // Both partitions are awake before time goes on in one of them.
                happenings.add(new Pause(Duration.ofSeconds(2)));
            }
            Message message = sent.life().message(sent.reading());
            happenings.add(message);
            boolean twice = happenings.size() > before && random.nextInt(4) == 0;
            if (twice || sent.reading().equals(sent.life().last())) {
                happenings.add(message);
            }
        }
        clocks(telling).forEach(clock -> happenings.add(clock.message(clock.last())));
        // Time has gone on in both partitions when the last one is read.
        happenings.add(new Pause(Duration.ofSeconds(2)));
        happenings.add(broken.late(0, clocks(telling).get(0).last().time()));
        return happenings;
    }

    private static DeviceLife belt(Telling telling, String name, int partition) {
        return new DeviceLife("belt-" + name + "-" + telling.run(), "speed", partition, List.of());
    }

    /** One reading in each partition, an hour and a half after all others. */
    private static List<DeviceLife> clocks(Telling telling) {
        Instant time = telling.start().plus(LENGTH).plus(Duration.ofMinutes(90));
        List<DeviceLife> clocks = new ArrayList<>();
        for (int partition = 0; partition < 2; partition++) {
            String device = "clock-" + telling.run() + "-" + partition;
            clocks.add(new DeviceLife(device, "ticks", partition, List.of(new Reading(time, 1))));
        }
        return clocks;
    }

    private static List<String> key(DeviceLife life) {
        return Cells.of(life.device(), life.metric(), life.last().time());
    }

    private static String anomaly(DeviceLife life, String kind) {
        BigDecimal usual = BigDecimal.valueOf(life.usualLevel()).setScale(2, RoundingMode.HALF_UP);
        return "%s: %s of %s, %s at %s where %s is usual"
                .formatted(
                        life.device(),
                        kind,
                        life.metric(),
                        life.last().value(),
                        life.last().time(),
                        usual.doubleValue());
    }

    private static String silence(DeviceLife life) {
        LocalDateTime last = LocalDateTime.ofInstant(life.last().time(), ZoneOffset.UTC);
        return life.device() + " has sent nothing since " + last.format(DateTimeFormatter.ISO_LOCAL_DATE_TIME);
    }

    private static StoryResult layer(Map<List<String>, List<String>> rows) {
        return new StoryResult(
                "device_anomalies",
                new Place.Topic("device_anomalies"),
                List.of("device_id", "metric", "reading_time"),
                List.of("kind", "reading"),
                rows);
    }

    private static StoryResult robot(List<String> texts) {
        Map<List<String>, List<String>> rows = new HashMap<>();
        texts.forEach(text -> rows.put(List.of("{\"content\":\"" + text + "\"}"), List.of("text")));
        return new StoryResult(
                "device_alerts", new Place.Webhook("msgtype", "text"), List.of("text"), List.of("msgtype"), rows);
    }
}
