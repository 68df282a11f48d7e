package io.millrace.catalog.diagnostic;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds the known name that a mistyped one most likely means, by Levenshtein distance without regard to case. */
public final class NearestName {

    private NearestName() {}

    /** The nearest candidate; empty when none is closer than a third of the name's length (at least two edits). */
    public static Optional<String> of(String name, Collection<String> candidates) {
        int limit = Math.max(2, name.length() / 3);
        String wanted = name.toLowerCase(Locale.ROOT);
        return candidates.stream()
                .filter(candidate -> Math.abs(candidate.length() - name.length()) <= limit)
                .map(candidate -> new Scored(candidate, distance(wanted, candidate.toLowerCase(Locale.ROOT))))
                .filter(scored -> scored.distance <= limit)
                .min(Comparator.comparingInt(Scored::distance).thenComparing(Scored::name))
                .map(Scored::name);
    }

    /** A hint sentence for {@link #of}; where nothing is near, the known names when they are few. */
    public static Optional<String> hint(String name, Collection<String> candidates) {
        Optional<String> nearest = of(name, candidates);
        if (nearest.isPresent()) {
            return Optional.of("did you mean '" + nearest.get() + "'?");
        }
        if (candidates.isEmpty() || candidates.size() > 16) {
            return Optional.empty();
        }
        return Optional.of(
                "known here: " + String.join(", ", candidates.stream().sorted().toList()));
    }

    private static int distance(String a, String b) {
        int[] previous = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] current = new int[b.length() + 1];
            current[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int substitution = previous[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                current[j] = Math.min(substitution, Math.min(previous[j], current[j - 1]) + 1);
            }
            previous = current;
        }
        return previous[b.length()];
    }

    private record Scored(String name, int distance) {}
}
