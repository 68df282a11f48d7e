package io.millrace.catalog.diagnostic;

import java.util.Arrays;

/** The text of one file, and where each of its characters stands. A byte-order mark is not part of the text. */
public final class SourceText {

    private final String file;
    private final String content;
    private final int[] lineStarts;
    private final int codePoints;

    /**
     * @param file path relative to the project root
     * @param content the decoded text, with its line endings as they are in the file
     */
    public SourceText(String file, String content) {
        this.file = file;
        this.content = content.startsWith("\uFEFF") ? content.substring(1) : content;
        this.lineStarts = lineStarts(this.content);
        this.codePoints = this.content.codePointCount(0, this.content.length());
    }

    public String file() {
        return file;
    }

    public String content() {
        return content;
    }

    /** The place of a character; an offset at the end of the text is the place just behind the last character. */
    public SourceLocation locate(int offset) {
        int bounded = Math.max(0, Math.min(offset, content.length()));
        int found = Arrays.binarySearch(lineStarts, bounded);
        int index = found >= 0 ? found : -found - 2;
        return new SourceLocation(file, index + 1, content.codePointCount(lineStarts[index], bounded) + 1);
    }

    /** The offset of the code point with an index, which is how the YAML parser counts; at most the text's length. */
    public int offsetOfCodePoint(int index) {
        int bounded = Math.min(index, codePoints);
        return codePoints == content.length() ? bounded : content.offsetByCodePoints(0, bounded);
    }

    /** The offset of a 1-based line and a 1-based column in UTF-16 units, which is how Flink's parser counts. */
    public int offset(int line, int column) {
        int index = Math.max(1, Math.min(line, lineStarts.length)) - 1;
        return Math.min(lineStarts[index] + Math.max(0, column - 1), content.length());
    }

    /** The offset of a place in this file, whose column counts code points. */
    public int offset(SourceLocation location) {
        int start = lineStarts[Math.max(1, Math.min(location.line(), lineStarts.length)) - 1];
        int columns = Math.max(0, location.column() - 1);
        int available = content.codePointCount(start, content.length());
        return content.offsetByCodePoints(start, Math.min(columns, available));
    }

    /** A line without its line ending; empty where there is no such line. */
    public String line(int number) {
        if (number < 1 || number > lineStarts.length) {
            return "";
        }
        int end = number < lineStarts.length ? lineStarts[number] : content.length();
        String line = content.substring(lineStarts[number - 1], end);
        return line.replaceAll("[\r\n]+$", "");
    }

    private static int[] lineStarts(String text) {
        int[] starts = new int[16];
        int count = 1;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean ends = c == '\n' || (c == '\r' && (i + 1 == text.length() || text.charAt(i + 1) != '\n'));
            if (ends) {
                if (count == starts.length) {
                    starts = Arrays.copyOf(starts, count * 2);
                }
                starts[count++] = i + 1;
            }
        }
        return Arrays.copyOf(starts, count);
    }
}
