package io.millrace.udf.rules;

import java.util.List;
import java.util.Map;
import org.apache.flink.table.api.DataTypes;
import org.apache.flink.table.catalog.DataTypeFactory;
import org.apache.flink.table.functions.FunctionContext;
import org.apache.flink.table.functions.ScalarFunction;
import org.apache.flink.table.types.inference.ArgumentTypeStrategy;
import org.apache.flink.table.types.inference.InputTypeStrategies;
import org.apache.flink.table.types.inference.TypeInference;
import org.apache.flink.table.types.inference.TypeStrategies;

/**
 * Tells why {@link MatchesRule} cannot evaluate a rule for some facts: {@code at character 10: ...}.
 *
 * <p>Without facts, only the rule's text is checked.
 */
public final class RuleError extends ScalarFunction {

    private static final long serialVersionUID = 1L;

    private transient CompiledRules rules;

    @Override
    public void open(FunctionContext context) {
        rules = new CompiledRules();
    }

    @Override
    public TypeInference getTypeInference(DataTypeFactory types) {
        ArgumentTypeStrategy expression = InputTypeStrategies.explicit(DataTypes.STRING());
        return TypeInference.newBuilder()
                .inputTypeStrategy(InputTypeStrategies.or(
                        InputTypeStrategies.sequence(List.of("expression"), List.of(expression)),
                        InputTypeStrategies.sequence(
                                List.of("expression", "facts"), List.of(expression, new FactsArgument()))))
                .outputTypeStrategy(TypeStrategies.explicit(DataTypes.STRING()))
                .build();
    }

    /** What is wrong with the text of a rule; null if nothing is, and for null. */
    public String eval(String expression) {
        return expression == null ? null : rules.of(expression).problem();
    }

    /**
     * What is wrong with a rule or with the facts that it reads.
     *
     * @param expression the rule; may be null
     * @param facts the facts by name; null is taken for none
     * @return the problem and its place in the rule, counted in characters from 1; null if there is none, and for a
     *     null rule. A missing fact is no problem.
     */
    public String eval(String expression, Map<String, ?> facts) {
        if (expression == null) {
            return null;
        }
        try {
            rules.of(expression).matches(facts == null ? Map.of() : facts);
            return null;
        } catch (RuleException e) {
            return e.getMessage();
        }
    }
}
