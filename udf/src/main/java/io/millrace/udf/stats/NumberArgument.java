package io.millrace.udf.stats;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.DoublePredicate;
import org.apache.flink.table.api.DataTypes;
import org.apache.flink.table.functions.FunctionDefinition;
import org.apache.flink.table.types.DataType;
import org.apache.flink.table.types.inference.ArgumentTypeStrategy;
import org.apache.flink.table.types.inference.CallContext;
import org.apache.flink.table.types.inference.Signature;
import org.apache.flink.table.types.logical.LogicalType;
import org.apache.flink.table.types.logical.LogicalTypeFamily;
import org.apache.flink.table.types.logical.LogicalTypeRoot;

/** A number within bounds, taken as DOUBLE; a literal outside is refused while the query is planned. */
final class NumberArgument implements ArgumentTypeStrategy {

    private final String name;
    private final String bounds;
    private final DoublePredicate within;

    NumberArgument(String name, String bounds, DoublePredicate within) {
        this.name = name;
        this.bounds = bounds;
        this.within = within;
    }

    boolean accepts(Double value) {
        return value != null && within.test(value);
    }

    @Override
    public Optional<DataType> inferArgumentType(CallContext call, int position, boolean throwOnFailure) {
        LogicalType type = call.getArgumentDataTypes().get(position).getLogicalType();
        if (!type.is(LogicalTypeFamily.NUMERIC) && !type.is(LogicalTypeRoot.NULL)) {
            return call.fail(throwOnFailure, "%s must be a number, not %s.", name, type.asSummaryString());
        }
        Optional<BigDecimal> literal = literal(call, position);
        if (literal.isPresent() && !accepts(literal.get().doubleValue())) {
            return call.fail(
                    throwOnFailure,
                    "%s must be %s, but is %s.",
                    name,
                    bounds,
                    literal.get().toPlainString());
        }
        return Optional.of(DataTypes.DOUBLE());
    }

    @Override
    public Signature.Argument getExpectedArgument(FunctionDefinition function, int position) {
        return Signature.Argument.of(LogicalTypeFamily.NUMERIC.toString());
    }

    // Once an aggregate is split off its arguments, the planner infers its types again and has no literals any more.
    private static Optional<BigDecimal> literal(CallContext call, int position) {
        try {
            return call.isArgumentLiteral(position)
                    ? call.getArgumentValue(position, BigDecimal.class)
                    : Optional.empty();
        } catch (UnsupportedOperationException e) {
            return Optional.empty();
        }
    }
}
