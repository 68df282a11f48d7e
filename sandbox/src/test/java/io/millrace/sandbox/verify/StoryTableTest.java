package io.millrace.sandbox.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.sandbox.story.Place;
import io.millrace.sandbox.story.StoryResult;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StoryTableTest {

    private final StoryTable table = new StoryTable(result("a", "1"));

    StoryTableTest() {
        table.add(result("a", "1"));
        table.add(result("b", "2"));
    }

    private static StoryResult result(String key, String value) {
        return new StoryResult(
                "risk_alerts",
                new Place.Topic("risk_alerts"),
                List.of("entity"),
                List.of("rule"),
                Map.of(List.of(key), List.of(value)));
    }

    @Test
    void theRowsOfAllTalesTogetherMustBeThere() {
        assertThat(table.compare(List.of(Map.of("entity", "a", "rule", "1"), Map.of("rule", "2", "entity", "b")))
                        .isEqual())
                .isTrue();
    }

    @Test
    void aRowTooFewOrTooManyIsFound() {
        Comparison few = table.compare(List.of(Map.of("entity", "a", "rule", "1")));
        assertThat(ComparisonText.lines(few))
                .containsExactly(
                        "risk_alerts        Kafka          differs 1 found, 1 rows equal",
                        "  entity=b   expected rule=2   actual no row");

        Comparison many = table.compare(List.of(
                Map.of("entity", "a", "rule", "1"),
                Map.of("entity", "b", "rule", "2"),
                Map.of("entity", "c", "rule", "2")));
        assertThat(ComparisonText.lines(many)).contains("  entity=c   expected no row   actual rule=2");
    }

    @Test
    void aRowThatStandsTwiceIsFound() {
        Comparison twice = table.compare(List.of(
                Map.of("entity", "a", "rule", "1"),
                Map.of("entity", "a", "rule", "1"),
                Map.of("entity", "b", "rule", "2")));
        assertThat(twice.isEqual()).isFalse();
        assertThat(ComparisonText.lines(twice)).contains("  more than one row of a");
    }

    @Test
    void aMissingColumnIsNoMatch() {
        assertThat(ComparisonText.lines(
                        table.compare(List.of(Map.of("entity", "a"), Map.of("entity", "b", "rule", "2")))))
                .contains("  entity=a   expected rule=1   actual rule=no rule");
    }
}
