package io.millrace.sandbox.verify;

import io.millrace.sandbox.story.Place;
import io.millrace.sandbox.story.StoryResult;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A table that stories fill, and the rows that all their tales together must lead to. */
final class StoryTable {
    private final ResultTable table;
    private final Place place;
    private final Map<List<String>, List<String>> expected = new HashMap<>();

    StoryTable(StoryResult first) {
        place = first.place();
        table = new ResultTable(first.table(), place.server(), first.keyColumns(), first.valueColumns());
    }

    String name() {
        return table.name();
    }

    /** Adds what one more tale leads to. */
    void add(StoryResult result) {
        expected.putAll(result.rows());
    }

    /** Compares what the table holds now. */
    Comparison compare(PlaceReader reader) {
        return compare(reader.rows(place, table.keyColumns()));
    }

    /** Compares rows; a key that stands twice is a finding of its own. */
    Comparison compare(List<Map<String, String>> rows) {
        Map<List<String>, List<String>> actual = new HashMap<>();
        List<String> twice = rows.stream()
                .filter(row ->
                        actual.put(PlaceReader.row(row, table.keyColumns()), PlaceReader.row(row, table.valueColumns()))
                                != null)
                .map(row -> "more than one row of " + String.join(" ", PlaceReader.row(row, table.keyColumns())))
                .toList();
        return Comparison.of(table, expected, actual).withRemarks(twice);
    }
}
