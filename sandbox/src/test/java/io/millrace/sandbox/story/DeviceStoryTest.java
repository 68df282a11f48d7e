package io.millrace.sandbox.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.sandbox.story.Happening.Message;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DeviceStoryTest {

    private static final Instant EIGHT = Instant.parse("2026-03-16T08:00:00Z");

    private final DeviceStory story = new DeviceStory();

    @Test
    void equalTellingsGiveEqualTales() {
        assertThat(story.tell(new Telling(3, 2))).isEqualTo(story.tell(new Telling(3, 2)));
        assertThat(story.tell(new Telling(3, 2))).isNotEqualTo(story.tell(new Telling(4, 2)));
    }

    @Test
    void aJumpAndTheFirstMoveOfAStillSensorAreTheOnlyAnomalies() {
        assertThat(result(0, 1).rows())
                .isEqualTo(Map.of(
                        List.of("belt-jump-1", "speed", "2026-03-16 08:06:40.000"), List.of("jump", "40"),
                        List.of("fridge-1", "temperature", "2026-03-16 08:06:40.000"), List.of("level", "9")));
    }

    @Test
    void silenceIsToldOfEveryDeviceAndTwiceOfTheOneThatCameBack() {
        assertThat(result(1, 1).rows().keySet())
                .hasSize(9)
                .contains(
                        text("belt-lost-1 has sent nothing since 2026-03-16T08:06:30"),
                        text("belt-back-1 has sent nothing since 2026-03-16T08:06:30"),
                        text("belt-back-1 is back"),
                        text("belt-back-1 has sent nothing since 2026-03-16T08:29:50"),
                        text("belt-calm-1 has sent nothing since 2026-03-16T08:29:50"));
    }

    @Test
    void theClocksOfARunAreToldAsSilentInTheNextOne() {
        assertThat(result(1, 2).rows().keySet())
                .hasSize(11)
                .contains(text("clock-1-0 has sent nothing since 2026-03-16T10:00:00"));
    }

    @Test
    void whatIsBrokenOrLateIsADeadLetterOfItsRun() {
        assertThat(result(2, 1).rows().keySet())
                .containsExactlyInAnyOrder(
                        List.of("{\"device_id\":\"belt-broken-1\",\"metric\":\"speed\""),
                        List.of(reading("\"belt-broken-1\"", "\"n/a\"", "\"2026-03-16T08:00:00Z\"")),
                        List.of(reading("null", "1.5", "\"2026-03-16T08:00:00Z\"")),
                        List.of(reading("\"belt-broken-1\"", "7.5", "null")),
                        List.of(reading("\"belt-late-1\"", "7.5", "\"2026-03-16T08:00:00Z\"")));
        assertThat(result(2, 2).rows().keySet())
                .doesNotContainAnyElementsOf(result(2, 1).rows().keySet());
    }

    @Test
    void readingsOfAPartitionComeInTheOrderOfTime() {
        Map<Integer, Instant> latest = new HashMap<>();
        story.tell(new Telling(1, 1)).happenings().forEach(happening -> {
            if (happening instanceof Message message) {
                assertThat(message.time()).isAfterOrEqualTo(latest.getOrDefault(message.partition(), Instant.MIN));
                latest.put(message.partition(), message.time());
            }
        });
        assertThat(latest).containsOnlyKeys(0, 1).containsValue(EIGHT.plusSeconds(7_200));
    }

    @Test
    void aReadingOfADayAgoCountsHalfInTheUsualLevel() {
        DeviceLife life =
                new DeviceLife("d", "m", 0, List.of()).and(EIGHT, 1, 10, 10).and(EIGHT.plusSeconds(86_400), 1, 40, 40);
        assertThat(life.usualLevel()).isEqualTo(30);
    }

    private StoryResult result(int index, long run) {
        return story.tell(new Telling(1, run)).results().get(index);
    }

    private static String reading(String device, String value, String time) {
        return "{\"device_id\":" + device + ",\"metric\":\"speed\",\"reading\":" + value + ",\"reading_time\":" + time
                + "}";
    }

    private static List<String> text(String content) {
        return List.of("{\"content\":\"" + content + "\"}");
    }
}
