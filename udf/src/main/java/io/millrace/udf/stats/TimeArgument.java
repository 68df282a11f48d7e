package io.millrace.udf.stats;

import java.util.Optional;
import org.apache.flink.table.api.DataTypes;
import org.apache.flink.table.data.TimestampData;
import org.apache.flink.table.functions.FunctionDefinition;
import org.apache.flink.table.types.DataType;
import org.apache.flink.table.types.inference.ArgumentTypeStrategy;
import org.apache.flink.table.types.inference.CallContext;
import org.apache.flink.table.types.inference.Signature;
import org.apache.flink.table.types.logical.LogicalType;
import org.apache.flink.table.types.logical.LogicalTypeFamily;
import org.apache.flink.table.types.logical.LogicalTypeRoot;

/** A TIMESTAMP or TIMESTAMP_LTZ of any precision, taken as it is; where wanted, also any number, taken as DOUBLE. */
final class TimeArgument implements ArgumentTypeStrategy {

    private static final long LARGEST_MILLIS = 4_000_000_000_000_000L;

    private final boolean numberAllowed;

    TimeArgument(boolean numberAllowed) {
        this.numberAllowed = numberAllowed;
    }

    /** Microseconds since 1970-01-01, in UTC or of the wall clock; what is smaller is cut off. */
    static long micros(TimestampData time) {
        // Beyond 100,000 years the difference of two times would not fit any more.
        long millis = Math.max(-LARGEST_MILLIS, Math.min(LARGEST_MILLIS, time.getMillisecond()));
        return millis * 1000 + time.getNanoOfMillisecond() / 1000;
    }

    @Override
    public Optional<DataType> inferArgumentType(CallContext call, int position, boolean throwOnFailure) {
        DataType type = call.getArgumentDataTypes().get(position);
        LogicalType logical = type.getLogicalType();
        if (logical.is(LogicalTypeRoot.TIMESTAMP_WITHOUT_TIME_ZONE)
                || logical.is(LogicalTypeRoot.TIMESTAMP_WITH_LOCAL_TIME_ZONE)) {
            return Optional.of(type.bridgedTo(TimestampData.class));
        }
        if (numberAllowed && (logical.is(LogicalTypeFamily.NUMERIC) || logical.is(LogicalTypeRoot.NULL))) {
            return Optional.of(DataTypes.DOUBLE());
        }
        return call.fail(throwOnFailure, "The time must be %s, not %s.", accepted(" or "), logical.asSummaryString());
    }

    @Override
    public Signature.Argument getExpectedArgument(FunctionDefinition function, int position) {
        return Signature.Argument.of(accepted(" | "));
    }

    private String accepted(String or) {
        return (numberAllowed ? "NUMERIC" + or : "") + "TIMESTAMP" + or + "TIMESTAMP_LTZ";
    }
}
