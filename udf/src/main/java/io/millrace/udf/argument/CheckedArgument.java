package io.millrace.udf.argument;

import java.util.Optional;
import java.util.function.Function;
import org.apache.flink.table.functions.FunctionDefinition;
import org.apache.flink.table.types.DataType;
import org.apache.flink.table.types.inference.ArgumentTypeStrategy;
import org.apache.flink.table.types.inference.CallContext;
import org.apache.flink.table.types.inference.InputTypeStrategies;
import org.apache.flink.table.types.inference.Signature;

/**
 * An argument of one type, or of one that converts to it implicitly, whose constant values are checked while planning.
 *
 * <p>A column's values are met at run time, and never refused: an instance serves one call of a query, and remembers
 * that its argument was no literal when the planner later puts a value that it has computed there.
 *
 * @param <T> the class in which the planner hands over a literal
 */
public final class CheckedArgument<T> implements ArgumentTypeStrategy {

    private final ArgumentTypeStrategy typed;
    private final Class<T> valueClass;
    private final Function<T, Optional<String>> check;
    private boolean variable;

    /**
     * An argument.
     *
     * @param type its type
     * @param valueClass the class of a literal
     * @param check what is wrong with a literal, if anything is
     */
    public CheckedArgument(DataType type, Class<T> valueClass, Function<T, Optional<String>> check) {
        typed = InputTypeStrategies.explicit(type);
        this.valueClass = valueClass;
        this.check = check;
    }

    @Override
    public Optional<DataType> inferArgumentType(CallContext call, int position, boolean throwOnFailure) {
        Optional<DataType> type = typed.inferArgumentType(call, position, throwOnFailure);
        Optional<String> problem = type.isPresent() ? problem(call, position) : Optional.empty();
        return problem.isPresent() ? call.fail(throwOnFailure, "%s", problem.get()) : type;
    }

    @Override
    public Signature.Argument getExpectedArgument(FunctionDefinition function, int position) {
        return typed.getExpectedArgument(function, position);
    }

    private Optional<String> problem(CallContext call, int position) {
        if (!call.isArgumentLiteral(position)) {
            variable = true;
        }
        return !variable && !call.isArgumentNull(position)
                ? call.getArgumentValue(position, valueClass).flatMap(check)
                : Optional.empty();
    }
}
