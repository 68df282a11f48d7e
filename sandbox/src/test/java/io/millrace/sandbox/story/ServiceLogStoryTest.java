package io.millrace.sandbox.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.sandbox.story.Happening.Message;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ServiceLogStoryTest {

    private static final Duration WATERMARK = Duration.ofSeconds(10);

    private final ServiceLogStory story = new ServiceLogStory();

    @Test
    void equalTellingsGiveEqualTales() {
        assertThat(story.tell(new Telling(3, 2))).isEqualTo(story.tell(new Telling(3, 2)));
        assertThat(story.tell(new Telling(3, 2))).isNotEqualTo(story.tell(new Telling(4, 2)));
    }

    @Test
    void runsLeadToDifferentRows() {
        List<StoryResult> first = story.tell(new Telling(1, 1)).results();
        List<StoryResult> second = story.tell(new Telling(1, 2)).results();
        for (int i = 0; i < first.size(); i++) {
            Set<List<String>> keys = new HashSet<>(first.get(i).rows().keySet());
            keys.retainAll(second.get(i).rows().keySet());
            assertThat(keys).isEmpty();
        }
    }

    @Test
    void noLineIsLate() {
        Map<Integer, Instant> latest = new HashMap<>();
        for (Message message : messages()) {
            Instant before = latest.getOrDefault(message.partition(), Instant.MIN);
            assertThat(message.time().plus(WATERMARK)).isAfter(before);
            latest.put(message.partition(), message.time().isAfter(before) ? message.time() : before);
        }
    }

    @Test
    void theLastMessageOfEachPartitionClosesItsWindows() {
        Map<Integer, Instant> last = new HashMap<>();
        messages().forEach(message -> last.put(message.partition(), message.time()));
        Instant end = new Telling(1, 1).start().plus(Duration.ofHours(2));
        assertThat(last).containsOnly(Map.entry(0, end), Map.entry(1, end));
    }

    @Test
    void fourLinesOfEachOrderAreFoundAndOneIsLost() {
        OrderTrail order = new OrderTrail(9_001_000, "8958a8", new Telling(1, 1).start(), Duration.ofMinutes(17));
        assertThat(order.rows().keySet())
                .containsExactlyInAnyOrder(
                        List.of("9001000", "2026-03-16 07:59:59.960", "gate"),
                        List.of("9001000", "2026-03-16 08:00:00.000", "shop"),
                        List.of("9001000", "2026-03-16 08:00:02.000", "pay"),
                        List.of("9001000", "2026-03-16 08:17:03.000", "mail"));
        assertThat(order.lost()).extracting(LogLine::time).containsExactly(Instant.parse("2026-03-16T08:15:00.001Z"));
    }

    private List<Message> messages() {
        return story.tell(new Telling(1, 1)).happenings().stream()
                .filter(Message.class::isInstance)
                .map(Message.class::cast)
                .toList();
    }
}
