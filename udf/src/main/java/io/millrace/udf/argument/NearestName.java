package io.millrace.udf.argument;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds the name that somebody who mistyped one most likely meant. */
public final class NearestName {

    private static final int LONGEST_NAME = 64;

    private NearestName() {}

    /**
     * The name with the fewest edits (Levenshtein), if it takes at most two or a third of its length; case does not
     * count.
     *
     * @param typed what was written
     * @param names what there is
     */
    public static Optional<String> to(String typed, Collection<String> names) {
        if (typed.length() > LONGEST_NAME) {
            return Optional.empty();
        }
        String wanted = typed.toLowerCase(Locale.ROOT);
        return names.stream()
                .min(Comparator.<String>comparingInt(name -> edits(wanted, name.toLowerCase(Locale.ROOT)))
                        .thenComparing(Comparator.naturalOrder()))
                .filter(name -> edits(wanted, name.toLowerCase(Locale.ROOT))
                        <= Math.max(name.length() < 4 ? 1 : 2, name.length() / 3));
    }

    /** {@code : did you mean 'x'?}, or nothing when no name is near. */
    public static String hint(String typed, Collection<String> names) {
        return to(typed, names).map(name -> "; did you mean '" + name + "'?").orElse("");
    }

    private static int edits(String from, String to) {
        int[] row = new int[to.length() + 1];
        for (int column = 0; column < row.length; column++) {
            row[column] = column;
        }
        for (int i = 1; i <= from.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int replaced = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[to.length()];
    }
}
