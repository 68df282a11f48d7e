package io.millrace.launcher.state;

import java.util.List;

/**
 * What becomes of a pipeline's state when a new plan takes the place of the one that runs.
 *
 * @param operators one entry for each stateful operator of either plan: those of the new one first
 * @param json the new plan; its operators have the ids under which the state of the old ones lies, or fresh ids
 * @param highestId above every id that the pipeline's plans have ever used; the next rewriting needs it
 */
public record StatePlan(StateVerdict verdict, List<OperatorState> operators, String json, int highestId) {

    public StatePlan {
        operators = List.copyOf(operators);
    }

    static StateVerdict verdict(List<OperatorState> operators) {
        List<Fate> fates = operators.stream().map(OperatorState::fate).toList();
        if (fates.contains(Fate.REFUSED)) {
            return StateVerdict.INCOMPATIBLE;
        }
        if (fates.contains(Fate.UNKNOWN)) {
            return StateVerdict.UNKNOWN;
        }
        return fates.stream().allMatch(Fate.CARRIED::equals) ? StateVerdict.COMPATIBLE : StateVerdict.PARTIAL;
    }
}
