package io.millrace.sandbox.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.sandbox.story.Happening.Change;
import io.millrace.sandbox.story.Happening.Message;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BusinessStoriesTest {

    private static final Telling FIRST = new Telling(1, 1);

    @Test
    void equalTellingsGiveEqualTales() {
        for (Story story : Stories.of(Department.BUSINESS)) {
            assertThat(story.tell(FIRST)).as(story.name()).isEqualTo(story.tell(FIRST));
            assertThat(story.tell(new Telling(2, 1))).as(story.name()).isNotEqualTo(story.tell(FIRST));
        }
    }

    @Test
    void runsShareNoRows() {
        for (Story story : Stories.of(Department.BUSINESS)) {
            List<StoryResult> first = story.tell(FIRST).results();
            List<StoryResult> second = story.tell(new Telling(1, 2)).results();
            for (int i = 0; i < first.size(); i++) {
                assertThat(first.get(i).rows().keySet())
                        .as(first.get(i).table())
                        .isNotEmpty()
                        .doesNotContainAnyElementsOf(second.get(i).rows().keySet());
            }
        }
    }

    @Test
    void rowsAreBehindTheirPartitionByLessThanTheWatermarkLets() {
        assertThat(mostBehind(new PaymentsStory())).isLessThan(5_000);
        assertThat(mostBehind(new VisitsStory())).isBetween(1L, 9_999L);
    }

    @Test
    void onlyMachinesAreAlerted() {
        Map<List<String>, List<String>> alerts = result(new VisitsStory(), "click_alerts");
        assertThat(alerts.keySet())
                .extracting(key -> key.get(0))
                .containsExactlyInAnyOrder(
                        "machine-1-five",
                        "machine-1-nine",
                        "machine-1-eleven",
                        "machine-1-eleven",
                        "machine-1-glances");
        assertThat(alerts.values()).extracting(value -> value.get(1)).containsOnly("5");
    }

    @Test
    void everyVisitorHasAVisitAndAScore() {
        assertThat(result(new VisitsStory(), "session_features").keySet())
                .extracting(key -> key.get(0))
                .contains("reader-1-0", "decoy-1-four", "machine-1-five");
        assertThat(result(new VisitsStory(), "recommendation_scores").keySet())
                .extracting(key -> key.get(0))
                .contains("reader-1-0", "decoy-1-four", "machine-1-five");
    }

    @Test
    void eachRuleFindsWhatWasPlantedForIt() {
        assertThat(result(new PaymentsStory(), "risk_alerts").keySet())
                .extracting(key -> key.get(0))
                .containsExactlyInAnyOrder("1", "2", "3", "4", "5", "10", "10", "10");
        assertThat(result(new PaymentsStory(), "risk_rule_errors")).hasSize(1);
    }

    @Test
    void theIndexHoldsNoProductThatWasDeletedLast() {
        Tale tale = new CatalogStory().tell(FIRST);
        Map<Object, String> last = new HashMap<>();
        for (Happening happening : tale.happenings()) {
            Change change = (Change) happening;
            if (change.sql().startsWith("DELETE FROM shop.products")) {
                last.put(change.parameters().get(0), "gone");
            } else if (change.sql().startsWith("INSERT INTO shop.products")) {
                last.put(change.parameters().get(0), "there");
            }
        }
        Map<List<String>, List<String>> documents = tale.results().get(0).rows();
        assertThat(last).containsValue("gone");
        last.forEach((id, state) -> {
            if (state.equals("gone")) {
                assertThat(documents).doesNotContainKey(Cells.of(id));
            }
        });
        assertThat(documents.values()).extracting(value -> value.get(2)).contains("-");
    }

    private static Map<List<String>, List<String>> result(Story story, String table) {
        return story.tell(FIRST).results().stream()
                .filter(result -> result.table().equals(table))
                .findFirst()
                .orElseThrow()
                .rows();
    }

    /** Milliseconds by which a message is behind the latest before it, whatever its partition. */
    private static long mostBehind(Story story) {
        Instant latest = Instant.MIN;
        long most = 0;
        for (Happening happening : story.tell(FIRST).happenings()) {
            if (happening instanceof Message message) {
                if (message.time().isAfter(latest)) {
                    latest = message.time();
                }
                most = Math.max(most, latest.toEpochMilli() - message.time().toEpochMilli());
            }
        }
        return most;
    }
}
