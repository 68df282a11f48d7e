package io.millrace.udf.stats;

import java.util.List;
import java.util.Optional;
import org.apache.flink.table.api.DataTypes;
import org.apache.flink.table.functions.FunctionDefinition;
import org.apache.flink.table.types.DataType;
import org.apache.flink.table.types.inference.ArgumentCount;
import org.apache.flink.table.types.inference.CallContext;
import org.apache.flink.table.types.inference.ConstantArgumentCount;
import org.apache.flink.table.types.inference.InputTypeStrategy;
import org.apache.flink.table.types.inference.Signature;
import org.apache.flink.table.types.logical.DecimalType;
import org.apache.flink.table.types.logical.LogicalType;
import org.apache.flink.table.types.logical.LogicalTypeFamily;
import org.apache.flink.table.types.logical.LogicalTypeRoot;
import org.apache.flink.table.types.logical.utils.LogicalTypeChecks;

/** A value and its weight: both as DECIMAL if one is and the other is a DECIMAL or an integer, else both as DOUBLE. */
final class WeightedArguments implements InputTypeStrategy {

    private static final int SMALLEST_SCALE = 6;

    /** The type of the average, from the types that the arguments were given: that of Flink's AVG. */
    static Optional<DataType> average(CallContext call) {
        LogicalType value = call.getArgumentDataTypes().get(0).getLogicalType();
        if (!value.is(LogicalTypeRoot.DECIMAL)) {
            return Optional.of(DataTypes.DOUBLE());
        }
        return Optional.of(DataTypes.DECIMAL(DecimalType.MAX_PRECISION, scale(LogicalTypeChecks.getScale(value))));
    }

    /** The scale of the average of values of a scale. */
    static int scale(int valueScale) {
        return Math.max(SMALLEST_SCALE, valueScale);
    }

    @Override
    public ArgumentCount getArgumentCount() {
        return ConstantArgumentCount.of(2);
    }

    @Override
    public Optional<List<DataType>> inferInputTypes(CallContext call, boolean throwOnFailure) {
        List<DataType> arguments = call.getArgumentDataTypes();
        for (DataType argument : arguments) {
            LogicalType type = argument.getLogicalType();
            if (!type.is(LogicalTypeFamily.NUMERIC) && !type.is(LogicalTypeRoot.NULL)) {
                return call.fail(throwOnFailure, "Value and weight must be numbers, not %s.", type.asSummaryString());
            }
        }
        boolean exact = arguments.stream().allMatch(argument -> is(argument, LogicalTypeFamily.EXACT_NUMERIC))
                && arguments.stream().anyMatch(argument -> is(argument, LogicalTypeRoot.DECIMAL));
        return Optional.of(arguments.stream()
                .map(argument -> exact ? decimal(argument) : DataTypes.DOUBLE())
                .toList());
    }

    @Override
    public List<Signature> getExpectedSignatures(FunctionDefinition definition) {
        return List.of(Signature.of(Signature.Argument.of("x", "NUMERIC"), Signature.Argument.of("w", "NUMERIC")));
    }

    private static boolean is(DataType type, LogicalTypeFamily family) {
        return type.getLogicalType().is(family);
    }

    private static boolean is(DataType type, LogicalTypeRoot root) {
        return type.getLogicalType().is(root);
    }

    private static DataType decimal(DataType argument) {
        return is(argument, LogicalTypeRoot.DECIMAL) ? argument : DataTypes.DECIMAL(19, 0);
    }
}
