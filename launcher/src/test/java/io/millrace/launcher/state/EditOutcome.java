package io.millrace.launcher.state;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What was judged of an edit and what Flink did.
 *
 * @param failure what ended the job that was started from the savepoint
 * @param differing sinks that got other rows than from a job that ran the new SQL from the start
 */
record EditOutcome(String edit, StatePlan plan, Optional<String> failure, Set<String> differing) {

    /** Sinks of which the verdict says that their rows go on as if the new SQL had run from the start. */
    Set<String> promised() {
        Set<String> promised = new TreeSet<>();
        plan.operators().stream().map(OperatorState::sinks).forEach(promised::addAll);
        plan.operators().stream()
                .filter(operator -> operator.fate() != Fate.CARRIED)
                .map(OperatorState::sinks)
                .forEach(promised::removeAll);
        return promised;
    }

    /** A plan that must not run is run with all old ids, to see what it would have done. */
    boolean isForced() {
        return Set.of(StateVerdict.INCOMPATIBLE, StateVerdict.UNKNOWN).contains(plan.verdict());
    }

    String line() {
        String did = failure.map(name -> "failed: " + name)
                .orElse(differing.isEmpty() ? "went on" : "other rows in " + String.join(", ", differing));
        List<String> cells = List.of(
                edit,
                plan.verdict().name().toLowerCase(Locale.ROOT),
                isForced() ? "if carried all the same, " + did : did);
        return "| " + String.join(" | ", cells) + " |";
    }
}
