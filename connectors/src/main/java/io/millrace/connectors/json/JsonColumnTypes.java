package io.millrace.connectors.json;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.apache.flink.table.api.ValidationException;
import org.apache.flink.table.types.logical.LogicalType;
import org.apache.flink.table.types.logical.LogicalTypeRoot;
import org.apache.flink.table.types.logical.MapType;

/** Which column types have a JSON form. */
public final class JsonColumnTypes {

    private static final Set<LogicalTypeRoot> CONVERTED = EnumSet.of(
            LogicalTypeRoot.CHAR,
            LogicalTypeRoot.VARCHAR,
            LogicalTypeRoot.BOOLEAN,
            LogicalTypeRoot.BINARY,
            LogicalTypeRoot.VARBINARY,
            LogicalTypeRoot.DECIMAL,
            LogicalTypeRoot.TINYINT,
            LogicalTypeRoot.SMALLINT,
            LogicalTypeRoot.INTEGER,
            LogicalTypeRoot.BIGINT,
            LogicalTypeRoot.FLOAT,
            LogicalTypeRoot.DOUBLE,
            LogicalTypeRoot.DATE,
            LogicalTypeRoot.TIME_WITHOUT_TIME_ZONE,
            LogicalTypeRoot.TIMESTAMP_WITHOUT_TIME_ZONE,
            LogicalTypeRoot.TIMESTAMP_WITH_LOCAL_TIME_ZONE,
            LogicalTypeRoot.ARRAY,
            LogicalTypeRoot.MAP,
            LogicalTypeRoot.ROW);

    private JsonColumnTypes() {}

    /**
     * Refuses a type that has no JSON form.
     *
     * @throws ValidationException that names the column and what is accepted
     */
    public static void check(String connector, String column, LogicalType type) {
        if (!isConverted(type)) {
            throw new ValidationException(
                    ("Connector '%s' cannot convert column '%s' of type %s. Accepted are character strings, BOOLEAN,"
                                    + " BINARY, all numbers, DATE, TIME, TIMESTAMP, TIMESTAMP_LTZ, and ARRAY, ROW and"
                                    + " MAP with STRING keys of those.")
                            .formatted(connector, column, type.asSummaryString()));
        }
    }

    private static boolean isConverted(LogicalType type) {
        if (!CONVERTED.contains(type.getTypeRoot())) {
            return false;
        }
        boolean textKeys = !(type instanceof MapType map) || isText(map.getKeyType());
        List<LogicalType> children = type.getChildren();
        return textKeys && children.stream().allMatch(JsonColumnTypes::isConverted);
    }

    private static boolean isText(LogicalType type) {
        return type.is(LogicalTypeRoot.VARCHAR) || type.is(LogicalTypeRoot.CHAR);
    }
}
