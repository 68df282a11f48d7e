package io.millrace.udf.rules;

import java.util.Map;

/** A compiled rule; a text that is none makes a rule that fails for all facts. */
final class Rule {

    /** The characters that a rule may have. */
    static final int LONGEST = 4096;

    private final Value<Boolean> condition;
    private final RuleException problem;

    private Rule(Value<Boolean> condition, RuleException problem) {
        this.condition = condition;
        this.problem = problem;
    }

    static Rule compile(String text) {
        try {
            if (text.length() > LONGEST) {
                throw new RuleException(LONGEST, "longer than " + LONGEST + " characters");
            }
            return new Rule(RuleParser.parse(text), null);
        } catch (RuleException e) {
            return new Rule(null, e);
        }
    }

    /** What is wrong with the text; null if nothing is. */
    String problem() {
        return problem == null ? null : problem.getMessage();
    }

    /**
     * Whether facts match; null if that is unknown, because one that decides is missing.
     *
     * @throws RuleException if the text or the facts are wrong
     */
    Boolean matches(Map<String, ?> facts) {
        if (problem != null) {
            throw problem;
        }
        return condition.of(facts);
    }
}
