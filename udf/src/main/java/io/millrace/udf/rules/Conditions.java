package io.millrace.udf.rules;

import java.util.List;

/** The three-valued logic of SQL, from left to right, until the result is settled. */
final class Conditions {

    private Conditions() {}

    /** False if one is false, else unknown if one is unknown, else true. */
    static Value<Boolean> all(List<Value<Boolean>> conditions) {
        return settledBy(false, conditions);
    }

    /** True if one is true, else unknown if one is unknown, else false. */
    static Value<Boolean> any(List<Value<Boolean>> conditions) {
        return settledBy(true, conditions);
    }

    static Value<Boolean> not(Value<Boolean> condition) {
        return facts -> {
            Boolean truth = condition.of(facts);
            return truth == null ? null : !truth;
        };
    }

    private static Value<Boolean> settledBy(boolean settling, List<Value<Boolean>> conditions) {
        return facts -> {
            boolean unknown = false;
            for (int i = 0; i < conditions.size(); i++) {
                Boolean truth = conditions.get(i).of(facts);
                if (truth == null) {
                    unknown = true;
                } else if (truth == settling) {
                    return settling;
                }
            }
            return unknown ? null : !settling;
        };
    }
}
