package io.millrace.udf.text;

/**
 * The Levenshtein distance by the algorithm of Wagner and Fischer (1974), within the band that a limit leaves (Ukkonen
 * 1985).
 *
 * <p>One row of the matrix is held at a time, over the shorter text.
 */
final class EditDistance {

    private int[] row = new int[64];

    /** The distance of two texts; the limit and one if it is over the limit. */
    int between(CodePoints one, CodePoints other, int limit) {
        boolean ordered = one.size() <= other.size();
        CodePoints shorter = ordered ? one : other;
        CodePoints longer = ordered ? other : one;
        int prefix = shorter.commonPrefix(longer, shorter.size());
        int suffix = shorter.commonSuffix(longer, shorter.size() - prefix);
        int width = shorter.size() - prefix - suffix;
        int height = longer.size() - prefix - suffix;
        if (height - width > limit) {
            return limit + 1;
        }
        return width == 0 ? height : fill(shorter, width, longer, height, prefix, Math.min(limit, height));
    }

    private int fill(CodePoints shorter, int width, CodePoints longer, int height, int offset, int limit) {
        if (row.length <= width) {
            row = new int[Math.max(width + 1, 2 * row.length)];
        }
        for (int column = 0; column <= width; column++) {
            row[column] = column;
        }
        for (int line = 1; line <= height; line++) {
            int first = Math.max(1, line - limit);
            int last = (int) Math.min(width, (long) line + limit);
            if (fillLine(shorter, longer.at(offset + line - 1), offset, line, first, last, limit) > limit) {
                return limit + 1;
            }
        }
        return Math.min(row[width], limit + 1);
    }

    // Returns the least distance in the line: no later one is less.
    private int fillLine(CodePoints shorter, int wanted, int offset, int line, int first, int last, int limit) {
        int diagonal = row[first - 1];
        row[first - 1] = first == 1 ? line : limit + 1;
        int least = row[first - 1];
        for (int column = first; column <= last; column++) {
            int above = row[column];
            int changed = Math.min(diagonal, Math.min(above, row[column - 1])) + 1;
            row[column] = shorter.at(offset + column - 1) == wanted ? diagonal : changed;
            least = Math.min(least, row[column]);
            diagonal = above;
        }
        return least;
    }
}
