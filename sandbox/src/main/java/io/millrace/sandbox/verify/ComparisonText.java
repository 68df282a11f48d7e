package io.millrace.sandbox.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Writes comparisons for people: a line a table, and below it the rows that differ. */
final class ComparisonText {
    private static final int MOST_ROWS = 20;
    private static final int SHORTEST_NAME = 18;

    private ComparisonText() {}

    /** All of them, their columns below each other. */
    static List<String> lines(List<Comparison> comparisons) {
        int width = comparisons.stream()
                .mapToInt(comparison -> comparison.table().name().length())
                .reduce(SHORTEST_NAME, Math::max);
        return comparisons.stream()
                .flatMap(comparison -> lines(comparison, width).stream())
                .toList();
    }

    static List<String> lines(Comparison comparison) {
        return lines(List.of(comparison));
    }

    private static List<String> lines(Comparison comparison, int width) {
        List<String> lines = new ArrayList<>();
        lines.add(headline(comparison, width));
        List<RowDifference> differences = comparison.differences();
        differences.stream()
                .limit(MOST_ROWS)
                .forEach(difference -> addDifference(lines, comparison.table(), difference));
        if (differences.size() > MOST_ROWS) {
            lines.add("  and " + (differences.size() - MOST_ROWS) + " more");
        }
        return lines;
    }

    private static String headline(Comparison comparison, int width) {
        ResultTable table = comparison.table();
        String verdict = comparison.isEqual()
                ? String.format(Locale.ROOT, "equal   %d rows", comparison.equalRows())
                : String.format(
                        Locale.ROOT,
                        "differs %d found, %d rows equal",
                        comparison.differences().size(),
                        comparison.equalRows());
        return String.format(Locale.ROOT, "%-" + width + "s %-14s %s", table.name(), table.place(), verdict);
    }

    private static void addDifference(List<String> lines, ResultTable table, RowDifference difference) {
        if (!difference.remark().isEmpty()) {
            lines.add("  " + difference.remark());
            return;
        }
        String key = named(table.keyColumns(), difference.key());
        lines.add(String.format(
                Locale.ROOT,
                "  %s   expected %s   actual %s",
                key,
                cells(table, difference.expected(), difference.actual()),
                cells(table, difference.actual(), difference.expected())));
    }

    /** Names the cells of {@code row}; only those that differ when both rows are there. */
    private static String cells(ResultTable table, Optional<List<String>> row, Optional<List<String>> other) {
        if (row.isEmpty()) {
            return "no row";
        }
        List<String> columns = new ArrayList<>();
        List<String> values = new ArrayList<>();
        for (int i = 0; i < row.get().size(); i++) {
            String value = row.get().get(i);
            if (other.isEmpty() || !other.get().get(i).equals(value)) {
                columns.add(table.valueColumns().get(i));
                values.add(value);
            }
        }
        return named(columns, values);
    }

    private static String named(List<String> columns, List<String> values) {
        List<String> cells = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            cells.add(columns.get(i) + "=" + values.get(i));
        }
        return String.join(" ", cells);
    }
}
