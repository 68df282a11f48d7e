package io.millrace.udf.rules;

import io.millrace.udf.argument.CheckedArgument;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.flink.table.api.DataTypes;
import org.apache.flink.table.catalog.DataTypeFactory;
import org.apache.flink.table.functions.FunctionContext;
import org.apache.flink.table.functions.ScalarFunction;
import org.apache.flink.table.types.inference.InputTypeStrategies;
import org.apache.flink.table.types.inference.TypeInference;
import org.apache.flink.table.types.inference.TypeStrategies;

/**
 * Tells whether facts match a rule that is kept as data, such as {@code amount > 1000 and country not in ('DE', 'AT')}.
 *
 * <p>The language has no loops, no reflection and no access to anything but the facts; a rule's length, nesting and
 * numbers are bounded. Logic is SQL's three-valued one. A constant rule is checked while planning.
 */
public final class MatchesRule extends ScalarFunction {

    private static final long serialVersionUID = 1L;

    // One for all phases of planning, so that the checked argument knows in the last what it was in the first.
    private transient TypeInference inference;

    private transient CompiledRules rules;

    @Override
    public void open(FunctionContext context) {
        rules = new CompiledRules();
    }

    @Override
    public TypeInference getTypeInference(DataTypeFactory types) {
        if (inference == null) {
            inference = TypeInference.newBuilder()
                    .inputTypeStrategy(InputTypeStrategies.sequence(
                            List.of("expression", "facts"),
                            List.of(
                                    new CheckedArgument<>(DataTypes.STRING(), String.class, MatchesRule::problem),
                                    new FactsArgument())))
                    .outputTypeStrategy(TypeStrategies.explicit(DataTypes.BOOLEAN()))
                    .build();
        }
        return inference;
    }

    /**
     * Evaluates one rule.
     *
     * @param expression the rule; may be null
     * @param facts the facts by name; null is taken for none
     * @return whether they match; null if a missing fact leaves it unknown, if the rule cannot be read or evaluated
     *     ({@link RuleError} tells), and for a null rule
     */
    public Boolean eval(String expression, Map<String, ?> facts) {
        if (expression == null) {
            return null;
        }
        try {
            return rules.of(expression).matches(facts == null ? Map.of() : facts);
        } catch (RuleException e) {
            return null;
        }
    }

    private static Optional<String> problem(String expression) {
        return Optional.ofNullable(Rule.compile(expression).problem()).map(problem -> "The rule is wrong " + problem);
    }
}
