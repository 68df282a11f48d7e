package io.millrace.connectors.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.Base64;
import org.apache.flink.table.data.DecimalData;
import org.apache.flink.table.data.StringData;
import org.apache.flink.table.data.TimestampData;
import org.apache.flink.table.types.logical.CharType;
import org.apache.flink.table.types.logical.DecimalType;
import org.apache.flink.table.types.logical.LogicalType;
import org.apache.flink.table.types.logical.LogicalTypeRoot;
import org.apache.flink.table.types.logical.utils.LogicalTypeChecks;

/**
 * Reads scalar values: a character string takes any JSON value, as its text; an integer type only whole numbers that
 * fit; DECIMAL rounds half up to its scale; binary is Base64; dates and times are ISO 8601, cut to their precision.
 */
final class JsonScalars {

    private JsonScalars() {}

    static JsonDecoder decoder(LogicalType type) {
        JsonDecoder unchecked = unchecked(type);
        String what = "it is no " + type.copy(true).asSummaryString();
        return node -> {
            try {
                return unchecked.decode(node);
            } catch (ArithmeticException | DateTimeException | IllegalArgumentException e) {
                throw new IllegalArgumentException(what, e);
            }
        };
    }

    private static JsonDecoder unchecked(LogicalType type) {
        return switch (type.getTypeRoot()) {
            case CHAR, VARCHAR -> node -> text(node, type);
            case BOOLEAN ->
                node -> {
                    require(node.isBoolean());
                    return node.booleanValue();
                };
            case BINARY, VARBINARY -> node -> binary(node, type);
            case DECIMAL -> node -> decimal(node, (DecimalType) type);
            case TINYINT -> node -> number(node).byteValueExact();
            case SMALLINT -> node -> number(node).shortValueExact();
            case INTEGER -> node -> number(node).intValueExact();
            case BIGINT -> node -> number(node).longValueExact();
            case FLOAT -> node -> number(node).floatValue();
            case DOUBLE -> node -> number(node).doubleValue();
            case DATE -> node -> (int) LocalDate.parse(string(node)).toEpochDay();
            case TIME_WITHOUT_TIME_ZONE -> node -> LocalTime.parse(string(node)).get(ChronoField.MILLI_OF_DAY);
            case TIMESTAMP_WITHOUT_TIME_ZONE -> node -> timestamp(node, type);
            case TIMESTAMP_WITH_LOCAL_TIME_ZONE -> node -> instant(node, type);
            default -> throw new IllegalArgumentException("no JSON form of " + type.asSummaryString());
        };
    }

    private static Object text(JsonNode node, LogicalType type) {
        String text = node.isTextual() ? node.textValue() : JsonText.write(node);
        int length = LogicalTypeChecks.getLength(type);
        require(text.codePointCount(0, text.length()) <= length);
        String padded =
                type instanceof CharType ? text + " ".repeat(length - text.codePointCount(0, text.length())) : text;
        return StringData.fromString(padded);
    }

    private static Object binary(JsonNode node, LogicalType type) {
        byte[] bytes = Base64.getDecoder().decode(string(node));
        int length = LogicalTypeChecks.getLength(type);
        require(type.is(LogicalTypeRoot.BINARY) ? bytes.length == length : bytes.length <= length);
        return bytes;
    }

    private static Object decimal(JsonNode node, DecimalType type) {
        BigDecimal number = node.isTextual() ? new BigDecimal(node.textValue()) : number(node);
        DecimalData decimal = DecimalData.fromBigDecimal(number, type.getPrecision(), type.getScale());
        require(decimal != null);
        return decimal;
    }

    private static Object timestamp(JsonNode node, LogicalType type) {
        LocalDateTime time = LocalDateTime.parse(string(node).replace(' ', 'T'));
        return TimestampData.fromLocalDateTime(time.withNano(cut(time, type)));
    }

    private static Object instant(JsonNode node, LogicalType type) {
        OffsetDateTime time = OffsetDateTime.parse(string(node).replace(' ', 'T'));
        return TimestampData.fromInstant(time.withNano(cut(time, type)).toInstant());
    }

    private static int cut(TemporalAccessor time, LogicalType type) {
        int nanos = time.get(ChronoField.NANO_OF_SECOND);
        int unit = (int) Math.pow(10, 9 - LogicalTypeChecks.getPrecision(type));
        return nanos - nanos % unit;
    }

    private static BigDecimal number(JsonNode node) {
        require(node.isNumber());
        return node.decimalValue();
    }

    private static String string(JsonNode node) {
        require(node.isTextual());
        return node.textValue();
    }

    private static void require(boolean fits) {
        if (!fits) {
            throw new IllegalArgumentException("it does not fit");
        }
    }
}
