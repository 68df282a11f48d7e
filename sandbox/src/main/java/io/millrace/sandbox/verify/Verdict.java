package io.millrace.sandbox.verify;

import java.util.List;

/** The verdict on all compared tables. */
public final class Verdict {
    private final List<Comparison> comparisons;

    Verdict(List<Comparison> comparisons) {
        this.comparisons = List.copyOf(comparisons);
    }

    /** Tells whether every table is equal. */
    public boolean isEqual() {
        return comparisons.stream().allMatch(Comparison::isEqual);
    }

    /** Returns the verdict for people: a line a table, and below it the rows that differ. */
    public List<String> lines() {
        return ComparisonText.lines(comparisons);
    }
}
