package io.millrace.udf.approx;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.apache.flink.table.functions.FunctionDefinition;
import org.apache.flink.table.types.DataType;
import org.apache.flink.table.types.inference.ArgumentTypeStrategy;
import org.apache.flink.table.types.inference.CallContext;
import org.apache.flink.table.types.inference.Signature;
import org.apache.flink.table.types.logical.LogicalTypeRoot;

/** An argument of one of several kinds of types, of any precision or length. */
final class ValueArgument implements ArgumentTypeStrategy {

    private static final Set<LogicalTypeRoot> NUMBERS = EnumSet.of(
            LogicalTypeRoot.TINYINT,
            LogicalTypeRoot.SMALLINT,
            LogicalTypeRoot.INTEGER,
            LogicalTypeRoot.BIGINT,
            LogicalTypeRoot.FLOAT,
            LogicalTypeRoot.DOUBLE,
            LogicalTypeRoot.DECIMAL);

    private static final Set<LogicalTypeRoot> SCALARS = EnumSet.of(
            LogicalTypeRoot.CHAR,
            LogicalTypeRoot.VARCHAR,
            LogicalTypeRoot.BINARY,
            LogicalTypeRoot.VARBINARY,
            LogicalTypeRoot.BOOLEAN,
            LogicalTypeRoot.DATE,
            LogicalTypeRoot.TIME_WITHOUT_TIME_ZONE,
            LogicalTypeRoot.TIMESTAMP_WITHOUT_TIME_ZONE,
            LogicalTypeRoot.TIMESTAMP_WITH_LOCAL_TIME_ZONE);

    static {
        SCALARS.addAll(NUMBERS);
    }

    private static final String SCALAR = "a string, a number, a boolean, bytes, a date or a time";

    private final Set<LogicalTypeRoot> accepted;
    private final String description;
    private final UnaryOperator<DataType> form;

    private ValueArgument(Set<LogicalTypeRoot> accepted, String description, UnaryOperator<DataType> form) {
        this.accepted = accepted;
        this.description = description;
        this.form = form;
    }

    /** What has an equality of its own and is no collection, in Flink's internal form. */
    static ValueArgument scalar() {
        return new ValueArgument(SCALARS, SCALAR, DataType::toInternal);
    }

    /** The same, in the form of Java's own classes. */
    static ValueArgument javaScalar() {
        return new ValueArgument(SCALARS, SCALAR, UnaryOperator.identity());
    }

    /** Any number, in Flink's internal form. */
    static ValueArgument number() {
        return new ValueArgument(NUMBERS, "a number", DataType::toInternal);
    }

    @Override
    public Optional<DataType> inferArgumentType(CallContext call, int position, boolean throwOnFailure) {
        DataType type = call.getArgumentDataTypes().get(position);
        LogicalTypeRoot root = type.getLogicalType().getTypeRoot();
        if (accepted.contains(root)) {
            return Optional.of(form.apply(type));
        }
        if (root == LogicalTypeRoot.NULL) {
            return call.fail(throwOnFailure, "%s needs a typed value; write CAST(NULL AS ...).", call.getName());
        }
        return call.fail(
                throwOnFailure,
                "%s takes %s, not %s.",
                call.getName(),
                description,
                type.getLogicalType().copy(true));
    }

    @Override
    public Signature.Argument getExpectedArgument(FunctionDefinition function, int position) {
        return Signature.Argument.of("x", description);
    }
}
