package io.millrace.launcher.report;

import java.util.ArrayList;
import java.util.List;

/** Lines up rows under a header, without borders, so that the output can be read and cut by column. */
public final class TextTable {

    private final List<List<String>> rows = new ArrayList<>();

    public TextTable(String... header) {
        rows.add(List.of(header));
    }

    /** Adds a row with as many cells as the header. */
    public void row(String... cells) {
        rows.add(List.of(cells));
    }

    /** One line a row, columns two blanks apart; the last column is not padded. */
    public List<String> lines() {
        int columns = rows.get(0).size();
        int[] widths = new int[columns];
        for (List<String> row : rows) {
            for (int i = 0; i < columns; i++) {
                widths[i] = Math.max(widths[i], Width.of(row.get(i)));
            }
        }
        return rows.stream().map(row -> line(row, widths)).toList();
    }

    private static String line(List<String> row, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < row.size(); i++) {
            String cell = row.get(i);
            line.append(cell).append(" ".repeat(widths[i] - Width.of(cell) + 2));
        }
        return line.toString().stripTrailing();
    }
}
