package io.millrace.sandbox.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ComparisonTest {
    private static final ResultTable TABLE =
            new ResultTable("top_products", "PostgreSQL", List.of("day", "rank"), List.of("product", "units"));

    @Test
    void equalRowsAreOneLine() {
        Map<List<String>, List<String>> rows = Map.of(List.of("d", "1"), List.of("Tent", "3"));
        assertThat(lines(rows, rows)).containsExactly("top_products       PostgreSQL     equal   1 rows");
    }

    @Test
    void aDifferenceShowsTheDifferingCellsBesideEachOther() {
        assertThat(lines(
                        Map.of(List.of("d", "1"), List.of("Tent", "3")),
                        Map.of(List.of("d", "1"), List.of("Tent", "4"))))
                .containsExactly(
                        "top_products       PostgreSQL     differs 1 found, 0 rows equal",
                        "  day=d rank=1   expected units=3   actual units=4");
    }

    @Test
    void missingAndUnexpectedRowsShowTheWholeRow() {
        assertThat(lines(
                        Map.of(List.of("d", "1"), List.of("Tent", "3")),
                        Map.of(List.of("d", "2"), List.of("Pan", "4"))))
                .containsExactly(
                        "top_products       PostgreSQL     differs 2 found, 0 rows equal",
                        "  day=d rank=1   expected product=Tent units=3   actual no row",
                        "  day=d rank=2   expected no row   actual product=Pan units=4");
    }

    @Test
    void rowsStandInTheOrderOfTheirNumbersAndOnlyTwentyAreShown() {
        Map<List<String>, List<String>> expected = new HashMap<>();
        for (int rank = 1; rank <= 25; rank++) {
            expected.put(List.of("d", Integer.toString(rank)), List.of("Tent", "3"));
        }
        List<String> lines = lines(expected, Map.of());
        assertThat(lines).hasSize(22);
        assertThat(lines.get(2)).contains("rank=2 ");
        assertThat(lines.get(20)).contains("rank=20 ");
        assertThat(lines.get(21)).isEqualTo("  and 5 more");
    }

    @Test
    void aRemarkMakesEqualRowsDiffer() {
        Comparison comparison = Comparison.of(TABLE, Map.of(), Map.of()).withRemarks(List.of("something at offset 3"));
        assertThat(comparison.isEqual()).isFalse();
        assertThat(ComparisonText.lines(comparison).get(1)).isEqualTo("  something at offset 3");
    }

    @Test
    void columnsStandBelowEachOtherAlsoBesideLongNames() {
        ResultTable longer = new ResultTable("click_rate_by_document", "Kafka", List.of("id"), List.of("rate"));
        List<String> lines = ComparisonText.lines(
                List.of(Comparison.of(TABLE, Map.of(), Map.of()), Comparison.of(longer, Map.of(), Map.of())));
        assertThat(lines)
                .containsExactly(
                        "top_products           PostgreSQL     equal   0 rows",
                        "click_rate_by_document Kafka          equal   0 rows");
    }

    private static List<String> lines(
            Map<List<String>, List<String>> expected, Map<List<String>, List<String>> actual) {
        return ComparisonText.lines(Comparison.of(TABLE, expected, actual));
    }
}
