package io.millrace.launcher.compile;

import io.millrace.catalog.diagnostic.SourceText;
import java.util.Locale;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.parser.SqlParserPos;

/**
 * Where a parsed expression stands in its text. Calcite leaves out parentheses at the edges of an operator's operands
 * and the word in front of {@code ROW(...)}; both belong to what the user wrote.
 *
 * @param text the statement
 * @param start offset of the first character
 * @param end offset just behind the last character
 */
record NodeSpan(String text, int start, int end) {

    private static final String ROW = "ROW";

    static NodeSpan of(String text, SqlNode node) {
        SqlParserPos position = node.getParserPosition();
        SourceText lines = new SourceText("", text);
        int start = lines.offset(position.getLineNum(), position.getColumnNum());
        int end = lines.offset(position.getEndLineNum(), position.getEndColumnNum()) + 1;
        return new NodeSpan(text, start, Math.min(end, text.length()))
                .balanced()
                .withRow();
    }

    /** The text between the two ends. */
    String written() {
        return text.substring(start, end);
    }

    private NodeSpan balanced() {
        int depth = 0;
        int lowest = 0;
        boolean quoted = false;
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            quoted ^= c == '\'';
            depth += quoted ? 0 : c == '(' ? 1 : c == ')' ? -1 : 0;
            lowest = Math.min(lowest, depth);
        }
        int from = start;
        for (int open = lowest; open < 0 && from > 0; open++) {
            from = Math.max(0, text.lastIndexOf('(', from - 1));
        }
        int to = end;
        for (int open = depth - lowest; open > 0 && text.indexOf(')', to) >= 0; open--) {
            to = text.indexOf(')', to) + 1;
        }
        return new NodeSpan(text, from, to);
    }

    private NodeSpan withRow() {
        String before = text.substring(0, start).stripTrailing();
        boolean row =
                text.startsWith("(", start) && before.toUpperCase(Locale.ROOT).endsWith(ROW);
        return row ? new NodeSpan(text, before.length() - ROW.length(), end) : this;
    }
}
