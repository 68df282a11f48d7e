package io.millrace.udf.stats;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.flink.table.api.DataTypes;
import org.apache.flink.table.functions.FunctionDefinition;
import org.apache.flink.table.types.DataType;
import org.apache.flink.table.types.inference.ArgumentCount;
import org.apache.flink.table.types.inference.ArgumentTypeStrategy;
import org.apache.flink.table.types.inference.CallContext;
import org.apache.flink.table.types.inference.ConstantArgumentCount;
import org.apache.flink.table.types.inference.InputTypeStrategies;
import org.apache.flink.table.types.inference.InputTypeStrategy;
import org.apache.flink.table.types.inference.Signature;

/** A value with a factor, or with a half-life and a time; told apart by their number, so that an error is about one. */
final class EwmaArguments implements InputTypeStrategy {

    static final NumberArgument ALPHA =
            new NumberArgument("alpha", "above 0 and not above 1", alpha -> alpha > 0 && alpha <= 1);

    static final NumberArgument HALF_LIFE = new NumberArgument(
            "half_life", "above 0 seconds", seconds -> seconds > 0 && seconds < Double.POSITIVE_INFINITY);

    private static final ArgumentTypeStrategy VALUE = InputTypeStrategies.explicit(DataTypes.DOUBLE());

    private final InputTypeStrategy byRow =
            InputTypeStrategies.sequence(new String[] {"x", "alpha"}, new ArgumentTypeStrategy[] {VALUE, ALPHA});

    private final InputTypeStrategy byTime = InputTypeStrategies.sequence(
            new String[] {"x", "half_life", "ts"},
            new ArgumentTypeStrategy[] {VALUE, HALF_LIFE, new TimeArgument(false)});

    @Override
    public ArgumentCount getArgumentCount() {
        return ConstantArgumentCount.between(2, 3);
    }

    @Override
    public Optional<List<DataType>> inferInputTypes(CallContext call, boolean throwOnFailure) {
        InputTypeStrategy chosen = call.getArgumentDataTypes().size() == 2 ? byRow : byTime;
        return chosen.inferInputTypes(call, throwOnFailure);
    }

    @Override
    public List<Signature> getExpectedSignatures(FunctionDefinition function) {
        return Stream.of(byRow, byTime)
                .flatMap(arguments -> arguments.getExpectedSignatures(function).stream())
                .toList();
    }
}
