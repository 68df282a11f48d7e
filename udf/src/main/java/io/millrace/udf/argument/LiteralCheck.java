package io.millrace.udf.argument;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.apache.flink.table.functions.FunctionDefinition;
import org.apache.flink.table.types.DataType;
import org.apache.flink.table.types.inference.ArgumentCount;
import org.apache.flink.table.types.inference.CallContext;
import org.apache.flink.table.types.inference.InputTypeStrategy;
import org.apache.flink.table.types.inference.Signature;
import org.apache.flink.table.types.inference.TypeInference;

/**
 * Adds to the types that a function accepts the values that it accepts of an argument written as a literal, so that a
 * wrong constant is refused while planning.
 *
 * <p>Arguments that are no literals, NULL, absent or of another class are not looked at: what they do is known only
 * when rows come. The planner may later put a constant in the place of a column and infer types again, as it does for
 * VALUES; an inference remembers that its argument was no literal, so a function keeps one for as long as it lives.
 */
public final class LiteralCheck {

    private LiteralCheck() {}

    /**
     * The same inference, with a check of one argument.
     *
     * @param position the argument's position, from 0
     * @param type the class as which the literal is read
     * @param problem what is wrong with a value, as a sentence for the user; empty if nothing is
     */
    public static <T> TypeInference add(
            TypeInference inference, int position, Class<T> type, Function<T, Optional<String>> problem) {
        InputTypeStrategy checked = new Checked<>(inference.getInputTypeStrategy(), position, type, problem);
        TypeInference.Builder builder = TypeInference.newBuilder()
                .inputTypeStrategy(checked)
                .outputTypeStrategy(inference.getOutputTypeStrategy());
        inference.getNamedArguments().ifPresent(builder::namedArguments);
        inference.getTypedArguments().ifPresent(builder::typedArguments);
        inference.getOptionalArguments().ifPresent(builder::optionalArguments);
        inference.getAccumulatorTypeStrategy().ifPresent(builder::accumulatorTypeStrategy);
        return builder.build();
    }

    private static final class Checked<T> implements InputTypeStrategy {

        private final InputTypeStrategy types;
        private final int position;
        private final Class<T> type;
        private final Function<T, Optional<String>> problem;
        private boolean variable;

        Checked(InputTypeStrategy types, int position, Class<T> type, Function<T, Optional<String>> problem) {
            this.types = types;
            this.position = position;
            this.type = type;
            this.problem = problem;
        }

        @Override
        public ArgumentCount getArgumentCount() {
            return types.getArgumentCount();
        }

        @Override
        public Optional<List<DataType>> inferInputTypes(CallContext call, boolean throwOnFailure) {
            Optional<List<DataType>> inferred = types.inferInputTypes(call, throwOnFailure);
            Optional<String> found = inferred.isPresent() ? value(call).flatMap(problem) : Optional.empty();
            // The text goes in as an argument, because it may hold a percent sign.
            return found.isPresent() ? call.fail(throwOnFailure, "%s", found.get()) : inferred;
        }

        private Optional<T> value(CallContext call) {
            List<DataType> given = call.getArgumentDataTypes();
            boolean present = position < given.size();
            variable |= present && !call.isArgumentLiteral(position);
            boolean readable = present
                    && !variable
                    && !call.isArgumentNull(position)
                    && given.get(position)
                            .getLogicalType()
                            .getDefaultConversion()
                            .equals(type);
            return readable ? call.getArgumentValue(position, type) : Optional.empty();
        }

        @Override
        public List<Signature> getExpectedSignatures(FunctionDefinition definition) {
            return types.getExpectedSignatures(definition);
        }
    }
}
