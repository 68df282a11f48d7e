package io.millrace.udf.approx;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.flink.table.functions.FunctionDefinition;
import org.apache.flink.table.types.DataType;
import org.apache.flink.table.types.inference.ArgumentCount;
import org.apache.flink.table.types.inference.ArgumentTypeStrategy;
import org.apache.flink.table.types.inference.CallContext;
import org.apache.flink.table.types.inference.ConstantArgumentCount;
import org.apache.flink.table.types.inference.InputTypeStrategy;
import org.apache.flink.table.types.inference.Signature;

/**
 * Arguments of which the last ones may be left out.
 *
 * <p>Unlike Flink's alternatives of sequences it passes on what an argument's own strategy has to say against a call.
 */
final class Arguments implements InputTypeStrategy {

    private final int required;
    private final List<ArgumentTypeStrategy> strategies;

    private Arguments(int required, List<ArgumentTypeStrategy> strategies) {
        this.required = required;
        this.strategies = strategies;
    }

    static Arguments of(ArgumentTypeStrategy... strategies) {
        return new Arguments(strategies.length, List.of(strategies));
    }

    static Arguments lastOptional(ArgumentTypeStrategy... strategies) {
        return new Arguments(strategies.length - 1, List.of(strategies));
    }

    @Override
    public ArgumentCount getArgumentCount() {
        return ConstantArgumentCount.between(required, strategies.size());
    }

    @Override
    public Optional<List<DataType>> inferInputTypes(CallContext call, boolean throwOnFailure) {
        List<DataType> types = new ArrayList<>();
        for (int i = 0; i < call.getArgumentDataTypes().size(); i++) {
            Optional<DataType> type = strategies.get(i).inferArgumentType(call, i, throwOnFailure);
            if (type.isEmpty()) {
                return Optional.empty();
            }
            types.add(type.get());
        }
        return Optional.of(types);
    }

    @Override
    public List<Signature> getExpectedSignatures(FunctionDefinition function) {
        return IntStream.rangeClosed(required, strategies.size())
                .mapToObj(count -> Signature.of(IntStream.range(0, count)
                        .mapToObj(i -> strategies.get(i).getExpectedArgument(function, i))
                        .toList()))
                .toList();
    }
}
