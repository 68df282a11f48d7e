package io.millrace.udf.text;

import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import org.apache.flink.table.api.DataTypes;
import org.apache.flink.table.data.DecimalData;
import org.apache.flink.table.data.StringData;
import org.apache.flink.table.data.TimestampData;
import org.apache.flink.table.functions.FunctionDefinition;
import org.apache.flink.table.types.DataType;
import org.apache.flink.table.types.inference.ArgumentCount;
import org.apache.flink.table.types.inference.CallContext;
import org.apache.flink.table.types.inference.ConstantArgumentCount;
import org.apache.flink.table.types.inference.InputTypeStrategy;
import org.apache.flink.table.types.inference.Signature;
import org.apache.flink.table.types.logical.LogicalTypeRoot;

/** The types that {@code bucket} takes, of every precision, and the classes in which their values come. */
final class BucketArguments implements InputTypeStrategy {

    private static final List<String> ACCEPTED =
            List.of("INT", "BIGINT", "DECIMAL", "DATE", "TIME", "TIMESTAMP", "TIMESTAMP_LTZ", "STRING", "BYTES");

    @Override
    public ArgumentCount getArgumentCount() {
        return ConstantArgumentCount.of(2);
    }

    @Override
    public Optional<List<DataType>> inferInputTypes(CallContext call, boolean throwOnFailure) {
        List<DataType> given = call.getArgumentDataTypes();
        DataType value = given.get(0);
        Optional<DataType> taken = taken(value);
        if (taken.isEmpty()) {
            return call.fail(
                    throwOnFailure,
                    "bucket has no buckets for values of type %s: give one of %s.",
                    value.getLogicalType().asSummaryString(),
                    String.join(", ", ACCEPTED));
        }
        if (!isSmallInteger(given.get(1).getLogicalType().getTypeRoot())) {
            return call.fail(
                    throwOnFailure,
                    "The number of buckets must be an INT, not %s.",
                    given.get(1).getLogicalType().asSummaryString());
        }
        return Optional.of(List.of(taken.get(), DataTypes.INT()));
    }

    private static Optional<DataType> taken(DataType value) {
        return switch (value.getLogicalType().getTypeRoot()) {
            case TINYINT, SMALLINT, INTEGER, NULL -> Optional.of(DataTypes.INT());
            case BIGINT -> Optional.of(DataTypes.BIGINT());
            case DECIMAL -> Optional.of(value.bridgedTo(DecimalData.class));
            case DATE -> Optional.of(value.bridgedTo(Integer.class));
            case TIME_WITHOUT_TIME_ZONE -> Optional.of(value.bridgedTo(LocalTime.class));
            case TIMESTAMP_WITHOUT_TIME_ZONE, TIMESTAMP_WITH_LOCAL_TIME_ZONE ->
                Optional.of(value.bridgedTo(TimestampData.class));
            case CHAR, VARCHAR -> Optional.of(value.bridgedTo(StringData.class));
            case BINARY, VARBINARY -> Optional.of(value.bridgedTo(byte[].class));
            default -> Optional.empty();
        };
    }

    private static boolean isSmallInteger(LogicalTypeRoot type) {
        return switch (type) {
            case TINYINT, SMALLINT, INTEGER, NULL -> true;
            default -> false;
        };
    }

    @Override
    public List<Signature> getExpectedSignatures(FunctionDefinition definition) {
        return ACCEPTED.stream()
                .map(type -> Signature.of(Signature.Argument.of("value", type), Signature.Argument.of("n", "INT")))
                .toList();
    }
}
