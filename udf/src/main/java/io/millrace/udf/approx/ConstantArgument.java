package io.millrace.udf.approx;

import java.util.Optional;
import org.apache.flink.table.api.DataTypes;
import org.apache.flink.table.functions.FunctionDefinition;
import org.apache.flink.table.types.DataType;
import org.apache.flink.table.types.inference.ArgumentTypeStrategy;
import org.apache.flink.table.types.inference.CallContext;
import org.apache.flink.table.types.inference.Signature;
import org.apache.flink.table.types.logical.LogicalTypeFamily;

/**
 * A number between two bounds, checked while planning: an integer, which must be a literal, or a fraction, which may
 * be.
 */
final class ConstantArgument implements ArgumentTypeStrategy {

    private final String name;
    private final DataType type;
    private final LogicalTypeFamily family;
    private final double least;
    private final double most;

    private ConstantArgument(String name, DataType type, LogicalTypeFamily family, double least, double most) {
        this.name = name;
        this.type = type;
        this.family = family;
        this.least = least;
        this.most = most;
    }

    static ConstantArgument integer(String name, int least, int most) {
        return new ConstantArgument(name, DataTypes.INT(), LogicalTypeFamily.INTEGER_NUMERIC, least, most);
    }

    static ConstantArgument fraction(String name) {
        return new ConstantArgument(name, DataTypes.DOUBLE(), LogicalTypeFamily.NUMERIC, 0, 1);
    }

    @Override
    public Optional<DataType> inferArgumentType(CallContext call, int position, boolean throwOnFailure) {
        DataType given = call.getArgumentDataTypes().get(position);
        if (!given.getLogicalType().is(family)) {
            return call.fail(
                    throwOnFailure,
                    "%s of %s is %s, not %s.",
                    name,
                    call.getName(),
                    range(),
                    given.getLogicalType().copy(true));
        }
        if (!holds(call, position)) {
            return call.fail(throwOnFailure, "%s of %s is %s.", name, call.getName(), range());
        }
        return Optional.of(type);
    }

    @Override
    public Signature.Argument getExpectedArgument(FunctionDefinition function, int position) {
        return Signature.Argument.of(name, range());
    }

    private boolean holds(CallContext call, int position) {
        try {
            // A fraction is not held to be a literal, because a decimal one is a cast once it has been validated.
            return call.isArgumentLiteral(position) ? isBetween(call, position) : type.equals(DataTypes.DOUBLE());
        } catch (UnsupportedOperationException e) {
            // To the optimizer, which infers types once more, every argument of an aggregate is a column.
            return true;
        }
    }

    private boolean isBetween(CallContext call, int position) {
        return call.getArgumentValue(position, Double.class)
                .filter(value -> value >= least && value <= most)
                .isPresent();
    }

    private String range() {
        return family == LogicalTypeFamily.INTEGER_NUMERIC
                ? "an integer literal from " + (int) least + " to " + (int) most
                : "a number from " + (int) least + " to " + (int) most;
    }
}
