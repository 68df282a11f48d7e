package io.millrace.catalog.diagnostic;

import java.util.Comparator;

/**
 * A place in a file of the project.
 *
 * @param file path relative to the project root, with {@code /} between its parts
 * @param line 1-based; 0 where the whole file is meant
 * @param column 1-based, in code points; 0 where the whole line or file is meant
 */
public record SourceLocation(String file, int line, int column) implements Comparable<SourceLocation> {

    private static final Comparator<SourceLocation> ORDER = Comparator.comparing(SourceLocation::file)
            .thenComparingInt(SourceLocation::line)
            .thenComparingInt(SourceLocation::column);

    /** The file as a whole, for what has no better place in it. */
    public static SourceLocation ofFile(String file) {
        return new SourceLocation(file, 0, 0);
    }

    @Override
    public int compareTo(SourceLocation other) {
        return ORDER.compare(this, other);
    }

    /** {@code file:line:column}, the form that editors and terminals make clickable. */
    @Override
    public String toString() {
        return line == 0 ? file : file + ":" + line + ":" + column;
    }
}
