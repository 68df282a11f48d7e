package io.millrace.connectors.maxcompute;

import java.util.EnumSet;
import java.util.Set;
import org.apache.flink.table.api.ValidationException;
import org.apache.flink.table.types.logical.LogicalType;
import org.apache.flink.table.types.logical.LogicalTypeRoot;
import org.apache.flink.table.types.logical.RowType;

/** Which Flink types have a counterpart in MaxCompute; the page of the connector lists them. */
final class TypeSupport {

    private static final Set<LogicalTypeRoot> TEXTS = EnumSet.of(LogicalTypeRoot.CHAR, LogicalTypeRoot.VARCHAR);
    private static final Set<LogicalTypeRoot> WHOLE_NUMBERS = EnumSet.of(
            LogicalTypeRoot.TINYINT, LogicalTypeRoot.SMALLINT, LogicalTypeRoot.INTEGER, LogicalTypeRoot.BIGINT);
    private static final Set<LogicalTypeRoot> SIMPLE = EnumSet.of(
            LogicalTypeRoot.BOOLEAN,
            LogicalTypeRoot.FLOAT,
            LogicalTypeRoot.DOUBLE,
            LogicalTypeRoot.DECIMAL,
            LogicalTypeRoot.BINARY,
            LogicalTypeRoot.VARBINARY,
            LogicalTypeRoot.DATE,
            LogicalTypeRoot.TIMESTAMP_WITHOUT_TIME_ZONE,
            LogicalTypeRoot.TIMESTAMP_WITH_LOCAL_TIME_ZONE);
    private static final Set<LogicalTypeRoot> NOT_IN_KEYS = EnumSet.of(
            LogicalTypeRoot.FLOAT,
            LogicalTypeRoot.DOUBLE,
            LogicalTypeRoot.BINARY,
            LogicalTypeRoot.VARBINARY,
            LogicalTypeRoot.ARRAY,
            LogicalTypeRoot.MAP,
            LogicalTypeRoot.ROW);

    private TypeSupport() {}

    /**
     * Checks the type of a column whose values are sent.
     *
     * @throws ValidationException naming the column, and the field in it
     */
    static void check(String column, LogicalType type) {
        LogicalTypeRoot root = type.getTypeRoot();
        if (TEXTS.contains(root) || WHOLE_NUMBERS.contains(root) || SIMPLE.contains(root)) {
            return;
        }
        switch (root) {
            case ARRAY -> check(column + "[]", type.getChildren().get(0));
            case MAP -> {
                check(column + "'s key", type.getChildren().get(0));
                check(column + "'s value", type.getChildren().get(1));
            }
            case ROW ->
                ((RowType) type).getFields().forEach(field -> check(column + "." + field.getName(), field.getType()));
            default ->
                throw new ValidationException("The column '" + column + "' has the type " + type.asSummaryString()
                        + ", which MaxCompute has none for: cast it, for example to "
                        + (root == LogicalTypeRoot.TIMESTAMP_WITH_TIME_ZONE ? "TIMESTAMP_LTZ" : "STRING") + ".");
        }
    }

    /** Checks the type of a column that chooses the partition. */
    static void checkPartitionColumn(String column, LogicalType type) {
        LogicalTypeRoot root = type.getTypeRoot();
        if (!TEXTS.contains(root) && !WHOLE_NUMBERS.contains(root) && root != LogicalTypeRoot.DATE) {
            throw new ValidationException("The partition column '" + column + "' has the type "
                    + type.asSummaryString()
                    + ": expected STRING, VARCHAR, CHAR, TINYINT, SMALLINT, INT, BIGINT or DATE.");
        }
    }

    /** Checks the type of a column of the primary key. */
    static void checkKeyColumn(String column, LogicalType type) {
        if (NOT_IN_KEYS.contains(type.getTypeRoot())) {
            throw new ValidationException("The column '" + column + "' of the PRIMARY KEY has the type "
                    + type.asSummaryString() + ": expected a whole number, DECIMAL, BOOLEAN, a text, DATE or a"
                    + " timestamp.");
        }
    }
}
