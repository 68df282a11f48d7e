package io.millrace.launcher.state;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Says what is different between an operator before and after. */
final class Reasons {

    static final String SAME = "It does the same with the same rows.";
    static final String SINK_SAME = "It writes to the same table with the same options.";
    static final String SOURCE_SAME = "It goes on reading where it stopped.";
    static final String OTHER_ROWS =
            "It does the same, but its rows are chosen otherwise: what it holds of earlier rows stays.";
    static final String AMBIGUOUS = "Several operators look alike, and which one it was cannot be told.";
    static final String UNJUDGED_INPUT = "It reads from an operator of which nothing certain can be said.";
    static final String NEW = "It is new: nothing was kept for it.";
    static final String NEW_BELOW_OLD =
            "It is new, and its source goes on where it stopped: earlier rows do not reach it.";
    static final String GONE = "It is gone: what it kept is given up.";
    static final String FIRST = "Nothing runs yet.";

    private static final String RETRACTIONS = "aggCallNeedRetractions";

    private static final String CHANGED_INPUT =
            "It reads from other operators or tables than before, or from ones whose state is not carried.";

    private static final Map<String, String> SENTENCES = Map.of(
            Part.TABLE,
            "It reads or writes another table.",
            Part.OPTIONS,
            "Its table has other connector options: it reads or writes something else.",
            Part.STATES,
            "It keeps other states.",
            Part.EXPIRY,
            "Its state expires now and did not before, or the other way round.",
            Part.KEY,
            "Its key is another.",
            Part.AGGREGATES,
            "Its aggregate functions, their arguments or their order are others.",
            Part.LAYOUT,
            "The rows that it keeps have other columns.",
            Part.MAX_PARALLELISM,
            "The maximum parallelism is another.",
            RETRACTIONS,
            "Its input rows are updated now and were only inserted before, or the other way round.");

    /** What an operator is for itself, the most telling first. */
    private static final List<String> OWN =
            List.of(Part.OPERATOR, Part.OPTIONS, Part.TABLE, Part.EXPIRY, Part.MAX_PARALLELISM);

    /** What follows from what it reads as well. */
    private static final List<String> RESOLVED = List.of(Part.KEY, Part.AGGREGATES, Part.LAYOUT, Part.STATES);

    /** What Flink derives from its functions and from whether its rows are updated. */
    private static final List<String> DERIVED = List.of(RETRACTIONS);

    private Reasons() {}

    /**
     * What keeps an operator from taking the state of another.
     *
     * @param sameInputs whether the stateful operators that it reads from are carried
     */
    static String difference(Signature before, Signature after, boolean sameInputs) {
        return first(before, after, OWN)
                .or(() -> specification(before, after))
                .or(() -> sameInputs ? first(before, after, RESOLVED) : Optional.empty())
                .or(() -> first(before, after, DERIVED))
                .orElse(CHANGED_INPUT);
    }

    private static Optional<String> first(Signature before, Signature after, List<String> parts) {
        return parts.stream()
                .filter(part -> differ(before, after, part))
                .findFirst()
                .map(part -> part.equals(Part.OPERATOR) ? kind(before, after) : SENTENCES.get(part));
    }

    private static Optional<String> specification(Signature before, Signature after) {
        return after.parts().keySet().stream()
                .filter(part -> !OWN.contains(part) && !RESOLVED.contains(part) && !DERIVED.contains(part))
                .filter(part -> !part.equals(Part.ORIGIN))
                .filter(part -> differ(before, after, part))
                .findFirst()
                .map(part -> "Its " + words(part) + " changed.");
    }

    /** A clause that stands alone. */
    static String sentence(String clause) {
        return clause.substring(0, 1).toUpperCase(Locale.ROOT) + clause.substring(1) + ".";
    }

    private static String kind(Signature before, Signature after) {
        return "It is carried out as " + name(after) + " and was as " + name(before) + ".";
    }

    private static String name(Signature signature) {
        return signature.parts().get(Part.OPERATOR).replaceFirst("^stream-exec-", "");
    }

    private static boolean differ(Signature before, Signature after, String part) {
        return !Optional.ofNullable(before.parts().get(part))
                .equals(Optional.ofNullable(after.parts().get(part)));
    }

    /** Flink's rankRange as rank range; its options as they are. */
    private static String words(String field) {
        return field.contains(".")
                ? "option " + field
                : field.replaceAll("([A-Z])", " $1").toLowerCase(Locale.ROOT);
    }
}
