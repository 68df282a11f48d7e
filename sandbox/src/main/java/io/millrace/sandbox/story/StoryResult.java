package io.millrace.sandbox.story;

import java.util.List;
import java.util.Map;

/**
 * The rows that a table must hold because of one tale.
 *
 * @param table the table's name, unique among all results
 * @param keyColumns the columns that tell rows apart
 * @param valueColumns the other columns that are compared
 * @param rows cells of the value columns by cells of the key columns, spelled by {@link Cells}
 */
public record StoryResult(
        String table,
        Place place,
        List<String> keyColumns,
        List<String> valueColumns,
        Map<List<String>, List<String>> rows) {
    public StoryResult {
        keyColumns = List.copyOf(keyColumns);
        valueColumns = List.copyOf(valueColumns);
        rows = Map.copyOf(rows);
    }
}
