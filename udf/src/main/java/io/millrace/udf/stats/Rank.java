package io.millrace.udf.stats;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.apache.flink.table.functions.FunctionDefinition;
import org.apache.flink.table.types.DataType;
import org.apache.flink.table.types.inference.ArgumentTypeStrategy;
import org.apache.flink.table.types.inference.CallContext;
import org.apache.flink.table.types.inference.Signature;
import org.apache.flink.table.types.logical.LogicalType;
import org.apache.flink.table.types.logical.LogicalTypeFamily;
import org.apache.flink.table.types.logical.LogicalTypeRoot;

/** An argument of any type that has an order: numbers, strings, booleans, dates, times and timestamps. */
final class Rank implements ArgumentTypeStrategy {

    /** A value as it is ranked: null for what has no order, and one zero for both. */
    static Object of(Object value) {
        if (value instanceof Double number) {
            return number.isNaN() ? null : (Object) (number + 0.0);
        }
        if (value instanceof Float number) {
            return number.isNaN() ? null : (Object) (number + 0.0f);
        }
        return value;
    }

    /** Compares two values of one type, strings by their code points. */
    @SuppressWarnings("unchecked")
    static int compare(Object a, Object b) {
        return a instanceof String text
                ? Arrays.compareUnsigned(utf8(text), utf8((String) b))
                : ((Comparable<Object>) a).compareTo(b);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public Optional<DataType> inferArgumentType(CallContext call, int position, boolean throwOnFailure) {
        DataType type = call.getArgumentDataTypes().get(position);
        return hasOrder(type.getLogicalType())
                ? Optional.of(type)
                : call.fail(
                        throwOnFailure,
                        "y must be a number, a string, a boolean, a date or a time, not %s.",
                        type.getLogicalType().asSummaryString());
    }

    @Override
    public Signature.Argument getExpectedArgument(FunctionDefinition function, int position) {
        return Signature.Argument.of("COMPARABLE");
    }

    private static boolean hasOrder(LogicalType type) {
        return type.is(LogicalTypeFamily.NUMERIC)
                || type.is(LogicalTypeFamily.CHARACTER_STRING)
                || type.is(LogicalTypeRoot.BOOLEAN)
                || (type.is(LogicalTypeFamily.DATETIME) && !type.is(LogicalTypeRoot.TIMESTAMP_WITH_TIME_ZONE));
    }
}
