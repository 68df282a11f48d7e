package io.millrace.connectors.maxcompute;

import com.aliyun.odps.OdpsType;
import com.aliyun.odps.data.Binary;
import com.aliyun.odps.data.Char;
import com.aliyun.odps.data.Varchar;
import com.aliyun.odps.type.DecimalTypeInfo;
import com.aliyun.odps.type.TypeInfo;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.apache.flink.table.data.DecimalData;
import org.apache.flink.table.data.TimestampData;
import org.apache.flink.table.types.logical.DecimalType;
import org.apache.flink.table.types.logical.LocalZonedTimestampType;
import org.apache.flink.table.types.logical.LogicalType;

/** Finds the converter from a Flink type to the type that the remote column has. */
final class ValueConverters {

    private static final List<OdpsType> WHOLE_NUMBERS =
            List.of(OdpsType.TINYINT, OdpsType.SMALLINT, OdpsType.INT, OdpsType.BIGINT);

    private ValueConverters() {}

    /**
     * Finds a converter.
     *
     * @param path the column, and the field in it, for messages
     * @throws PermanentException when values of the one cannot be stored whole in the other
     */
    static ValueConverter of(String path, LogicalType from, TypeInfo to) throws PermanentException {
        ValueConverter found =
                switch (from.getTypeRoot()) {
                    case BOOLEAN -> is(to, OdpsType.BOOLEAN) ? value -> value : null;
                    case TINYINT -> wholeNumber(0, to);
                    case SMALLINT -> wholeNumber(1, to);
                    case INTEGER -> wholeNumber(2, to);
                    case BIGINT -> wholeNumber(3, to);
                    case FLOAT -> floatingPoint(to);
                    case DOUBLE -> is(to, OdpsType.DOUBLE) ? value -> value : null;
                    case DECIMAL -> decimal((DecimalType) from, to);
                    case CHAR, VARCHAR -> text(to);
                    case BINARY, VARBINARY -> is(to, OdpsType.BINARY) ? value -> new Binary((byte[]) value) : null;
                    case DATE -> is(to, OdpsType.DATE) ? value -> LocalDate.ofEpochDay((int) value) : null;
                    case TIMESTAMP_WITHOUT_TIME_ZONE ->
                        is(to, OdpsType.TIMESTAMP_NTZ) ? value -> ((TimestampData) value).toLocalDateTime() : null;
                    case TIMESTAMP_WITH_LOCAL_TIME_ZONE -> instant((LocalZonedTimestampType) from, to);
                    default -> NestedConverters.of(path, from, to);
                };
        if (found == null) {
            throw new PermanentException("the column '" + path + "' is " + from.asSummaryString()
                    + " in Flink and " + to.getTypeName() + " in MaxCompute, which cannot take all of its values:"
                    + " cast it in the query");
        }
        return found;
    }

    private static boolean is(TypeInfo type, OdpsType wanted) {
        return type.getOdpsType() == wanted;
    }

    private static ValueConverter wholeNumber(int width, TypeInfo to) {
        if (WHOLE_NUMBERS.indexOf(to.getOdpsType()) < width) {
            return null;
        }
        return switch (to.getOdpsType()) {
            case TINYINT -> value -> value;
            case SMALLINT -> value -> ((Number) value).shortValue();
            case INT -> value -> ((Number) value).intValue();
            default -> value -> ((Number) value).longValue();
        };
    }

    private static ValueConverter floatingPoint(TypeInfo to) {
        if (is(to, OdpsType.DOUBLE)) {
            return value -> ((Float) value).doubleValue();
        }
        return is(to, OdpsType.FLOAT) ? value -> value : null;
    }

    private static ValueConverter decimal(DecimalType from, TypeInfo to) {
        if (to instanceof DecimalTypeInfo target
                && target.getScale() >= from.getScale()
                && target.getPrecision() - target.getScale() >= from.getPrecision() - from.getScale()) {
            return value -> ((DecimalData) value).toBigDecimal();
        }
        return null;
    }

    private static ValueConverter text(TypeInfo to) {
        return switch (to.getOdpsType()) {
            case STRING -> Object::toString;
            // Longer texts are refused by the SDK when the row is written, not cut off.
            case VARCHAR -> value -> new Varchar(value.toString());
            case CHAR -> value -> new Char(value.toString());
            default -> null;
        };
    }

    private static ValueConverter instant(LocalZonedTimestampType from, TypeInfo to) {
        if (is(to, OdpsType.TIMESTAMP)) {
            return value -> ((TimestampData) value).toInstant();
        }
        boolean milliseconds = from.getPrecision() <= 3;
        return is(to, OdpsType.DATETIME) && milliseconds
                ? value -> ((TimestampData) value).toInstant().atZone(ZoneOffset.UTC)
                : null;
    }
}
