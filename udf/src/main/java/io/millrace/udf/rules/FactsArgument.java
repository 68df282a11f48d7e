package io.millrace.udf.rules;

import java.util.Optional;
import org.apache.flink.table.api.DataTypes;
import org.apache.flink.table.functions.FunctionDefinition;
import org.apache.flink.table.types.DataType;
import org.apache.flink.table.types.KeyValueDataType;
import org.apache.flink.table.types.inference.ArgumentTypeStrategy;
import org.apache.flink.table.types.inference.CallContext;
import org.apache.flink.table.types.inference.Signature;
import org.apache.flink.table.types.logical.LogicalTypeFamily;
import org.apache.flink.table.types.logical.LogicalTypeRoot;

/** A map from strings to strings of any length, to numbers or to booleans. */
final class FactsArgument implements ArgumentTypeStrategy {

    private static final String EXPECTED = "MAP<STRING, STRING | numeric | BOOLEAN>";

    @Override
    public Optional<DataType> inferArgumentType(CallContext call, int position, boolean throwOnFailure) {
        DataType actual = call.getArgumentDataTypes().get(position);
        if (actual.getLogicalType().is(LogicalTypeRoot.NULL)) {
            return Optional.of(DataTypes.MAP(DataTypes.STRING(), DataTypes.STRING()));
        }
        if (actual.getLogicalType().is(LogicalTypeRoot.MAP) && actual instanceof KeyValueDataType map) {
            Optional<DataType> value = value(map.getValueDataType());
            if (value.isPresent() && map.getKeyDataType().getLogicalType().is(LogicalTypeFamily.CHARACTER_STRING)) {
                return value.map(type -> DataTypes.MAP(DataTypes.STRING(), type));
            }
        }
        return call.fail(throwOnFailure, "The facts have to be %s, not %s.", EXPECTED, actual);
    }

    @Override
    public Signature.Argument getExpectedArgument(FunctionDefinition function, int position) {
        return Signature.Argument.of("facts", EXPECTED);
    }

    private static Optional<DataType> value(DataType type) {
        if (type.getLogicalType().is(LogicalTypeFamily.CHARACTER_STRING)
                || type.getLogicalType().is(LogicalTypeRoot.NULL)) {
            return Optional.of(DataTypes.STRING());
        }
        boolean accepted = type.getLogicalType().is(LogicalTypeFamily.NUMERIC)
                || type.getLogicalType().is(LogicalTypeRoot.BOOLEAN);
        return accepted ? Optional.of(type.nullable()) : Optional.empty();
    }
}
