package io.millrace.udf.text;

import java.util.Arrays;
import org.apache.flink.table.annotation.DataTypeHint;
import org.apache.flink.table.functions.FunctionContext;
import org.apache.flink.table.functions.ScalarFunction;

/**
 * The Jaro-Winkler similarity of two texts, made for names: 1 for equal texts, 0 for texts without a common character.
 *
 * <p>Jaro's similarity (1989), raised for a common prefix of up to four characters (Winkler 1990) by a tenth of what
 * is missing for each, if it is at least 0.7, as in the Census Bureau's {@code strcmp95.c}; that program's further
 * adjustments, for similar characters and for long texts, are left out. Characters are Unicode code points, and case
 * counts. Two empty texts are equal.
 */
public final class JaroWinkler extends ScalarFunction {

    private static final long serialVersionUID = 1L;

    private static final double PREFIX_WEIGHT = 0.1;
    private static final int LONGEST_PREFIX = 4;
    private static final double RAISED_FROM = 0.7;

    private transient CodePoints first;
    private transient CodePoints second;
    private transient boolean[] firstMatched;
    private transient boolean[] secondMatched;

    @Override
    public void open(FunctionContext context) {
        first = new CodePoints();
        second = new CodePoints();
        firstMatched = new boolean[64];
        secondMatched = new boolean[64];
    }

    /**
     * The similarity of two texts.
     *
     * @param a a text; may be null
     * @param b a text; may be null
     * @return from 0 to 1; null if a text is null
     */
    public @DataTypeHint("DOUBLE") Double eval(@DataTypeHint("STRING") String a, @DataTypeHint("STRING") String b) {
        if (a == null || b == null) {
            return null;
        }
        if (a.equals(b)) {
            return 1.0;
        }
        first.read(a);
        second.read(b);
        firstMatched = cleared(firstMatched, first.size());
        secondMatched = cleared(secondMatched, second.size());
        double jaro = jaro(match());
        return jaro < RAISED_FROM
                ? jaro
                : jaro + first.commonPrefix(second, LONGEST_PREFIX) * PREFIX_WEIGHT * (1 - jaro);
    }

    private static boolean[] cleared(boolean[] matched, int size) {
        if (matched.length < size) {
            return new boolean[Math.max(size, 2 * matched.length)];
        }
        Arrays.fill(matched, 0, size, false);
        return matched;
    }

    // Each character of the first text goes with the first free equal one of the second that is near enough.
    private int match() {
        int window = Math.max(0, Math.max(first.size(), second.size()) / 2 - 1);
        int matches = 0;
        for (int i = 0; i < first.size(); i++) {
            int end = Math.min(second.size(), i + window + 1);
            for (int j = Math.max(0, i - window); j < end && !firstMatched[i]; j++) {
                if (!secondMatched[j] && first.at(i) == second.at(j)) {
                    firstMatched[i] = true;
                    secondMatched[j] = true;
                    matches++;
                }
            }
        }
        return matches;
    }

    private double jaro(int matches) {
        if (matches == 0) {
            return 0;
        }
        int outOfOrder = 0;
        int j = 0;
        for (int i = 0; i < first.size(); i++) {
            if (firstMatched[i]) {
                while (!secondMatched[j]) {
                    j++;
                }
                outOfOrder += first.at(i) == second.at(j) ? 0 : 1;
                j++;
            }
        }
        double count = matches;
        int transpositions = outOfOrder / 2;
        return (count / first.size() + count / second.size() + (count - transpositions) / count) / 3;
    }
}
