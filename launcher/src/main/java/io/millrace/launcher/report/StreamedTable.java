package io.millrace.launcher.report;

import java.util.ArrayList;
import java.util.List;

/** A table whose rows come over time: each batch is lined up with those before it as well as it can be. */
public final class StreamedTable {

    private static final String CUT = "\u2026";

    private final int widest;
    private final int[] widths;
    private final List<List<String>> waiting = new ArrayList<>();
    private boolean begun;

    /** @param widest the columns of a terminal that a cell may take; what is longer is cut */
    public StreamedTable(List<String> header, int widest) {
        this.widest = widest;
        this.widths = new int[header.size()];
        row(header);
    }

    /** Adds a row with as many cells as the header. */
    public void row(List<String> cells) {
        List<String> shown = cells.stream().map(this::shown).toList();
        for (int i = 0; i < widths.length; i++) {
            widths[i] = Math.max(widths[i], Width.of(shown.get(i)));
        }
        waiting.add(shown);
    }

    /** The lines of the rows since the last call; the header is shown with the first rows. */
    public List<String> lines() {
        if (waiting.size() == 1 && !begun) {
            return List.of();
        }
        List<String> lines = waiting.stream().map(this::line).toList();
        waiting.clear();
        begun = true;
        return lines;
    }

    private String line(List<String> row) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            String cell = row.get(i);
            line.append(cell).append(" ".repeat(widths[i] - Width.of(cell) + 2));
        }
        return line.toString().stripTrailing();
    }

    /** In one line, and without what would steer a terminal. */
    private String shown(String text) {
        StringBuilder shown = new StringBuilder();
        text.codePoints().forEach(c -> {
            switch (c) {
                case '\n' -> shown.append("\\n");
                case '\r' -> shown.append("\\r");
                case '\t' -> shown.append("\\t");
                default -> shown.appendCodePoint(Character.isISOControl(c) ? '?' : c);
            }
        });
        return Width.of(shown.toString()) <= widest ? shown.toString() : cut(shown.toString());
    }

    private String cut(String text) {
        StringBuilder start = new StringBuilder();
        int width = 0;
        for (int c : text.codePoints().toArray()) {
            width += Width.of(c);
            if (width >= widest) {
                break;
            }
            start.appendCodePoint(c);
        }
        return start + CUT;
    }
}
