package io.millrace.udf.log;

import io.millrace.udf.argument.CheckedArgument;
import io.millrace.udf.argument.RecentlyUsed;
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
 * Takes the fields out of a log line by an expression of named patterns such as {@code %{IP:client} %{WORD:method}}.
 *
 * <p>Matching is RE2's, in time linear in the line, so that no line can stall a job; expressions have no lookaround, no
 * back references and no possessive quantifiers. A constant expression is checked while planning.
 */
public final class Grok extends ScalarFunction {

    private static final long serialVersionUID = 1L;

    // One for all phases of planning, so that the checked argument knows in the last what it was in the first.
    private transient TypeInference inference;

    private static final int LONGEST_LINE = 32_768;

    private static final int CAPACITY = 100;

    private transient RecentlyUsed<String, Optional<GrokPattern>> patterns;

    @Override
    public void open(FunctionContext context) {
        patterns = new RecentlyUsed<>(CAPACITY, Grok::compiled);
    }

    @Override
    public TypeInference getTypeInference(DataTypeFactory types) {
        if (inference == null) {
            inference = TypeInference.newBuilder()
                    .inputTypeStrategy(InputTypeStrategies.sequence(
                            List.of("pattern", "line"),
                            List.of(
                                    new CheckedArgument<>(DataTypes.STRING(), String.class, Grok::problem),
                                    InputTypeStrategies.explicit(DataTypes.STRING()))))
                    .outputTypeStrategy(TypeStrategies.explicit(DataTypes.MAP(DataTypes.STRING(), DataTypes.STRING())))
                    .build();
        }
        return inference;
    }

    /**
     * The fields of one line.
     *
     * @param pattern the expression; it may match anywhere in the line
     * @param line the line, of at most 32,768 characters
     * @return values by field, without fields that took no part in the match; null if an argument is null, nothing
     *     matches, the line is longer or the expression is none
     */
    public Map<String, String> eval(String pattern, String line) {
        boolean readable = pattern != null
                && line != null
                && pattern.length() <= GrokPattern.LONGEST
                && line.length() <= LONGEST_LINE;
        return readable
                ? patterns.of(pattern).map(compiled -> compiled.match(line)).orElse(null)
                : null;
    }

    private static Optional<GrokPattern> compiled(String pattern) {
        try {
            return Optional.of(GrokPattern.compile(pattern));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> problem(String pattern) {
        try {
            GrokPattern.compile(pattern);
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.of("The grok pattern is wrong: " + e.getMessage());
        }
    }
}
