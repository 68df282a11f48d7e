package io.millrace.launcher.state;

import java.util.List;
import java.util.OptionalInt;

/**
 * What becomes of the state of one operator.
 *
 * @param oldId its id in the plan that runs; empty where it is new
 * @param newId its id in the rewritten plan; empty where it is gone
 * @param description Flink's own, shortened
 * @param reason a sentence
 * @param sources names of the tables whose rows reach it
 * @param sinks names of the tables that its rows reach, which are the targets of its INSERT statements
 */
public record OperatorState(
        Fate fate,
        OptionalInt oldId,
        OptionalInt newId,
        String description,
        String reason,
        List<String> sources,
        List<String> sinks) {

    public OperatorState {
        sources = List.copyOf(sources);
        sinks = List.copyOf(sinks);
    }
}
