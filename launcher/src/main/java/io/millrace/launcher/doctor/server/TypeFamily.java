package io.millrace.launcher.doctor.server;

import java.sql.Types;
import org.apache.flink.table.types.logical.LogicalType;

/** Kinds of values, coarse enough to compare Flink's types with those of databases and indexes. */
enum TypeFamily {
    INTEGER,
    DECIMAL,
    FLOAT,
    BOOLEAN,
    TEXT,
    DATE,
    TIME,
    TIMESTAMP,
    BINARY,

    /** What is not compared. */
    OTHER;

    static TypeFamily of(LogicalType type) {
        return switch (type.getTypeRoot()) {
            case TINYINT, SMALLINT, INTEGER, BIGINT -> INTEGER;
            case DECIMAL -> DECIMAL;
            case FLOAT, DOUBLE -> FLOAT;
            case BOOLEAN -> BOOLEAN;
            case CHAR, VARCHAR -> TEXT;
            case DATE -> DATE;
            case TIME_WITHOUT_TIME_ZONE -> TIME;
            case TIMESTAMP_WITHOUT_TIME_ZONE, TIMESTAMP_WITH_TIME_ZONE, TIMESTAMP_WITH_LOCAL_TIME_ZONE -> TIMESTAMP;
            case BINARY, VARBINARY -> BINARY;
            default -> OTHER;
        };
    }

    /** The family of a {@link java.sql.Types} constant. */
    static TypeFamily ofJdbc(int type) {
        return switch (type) {
            case Types.TINYINT, Types.SMALLINT, Types.INTEGER, Types.BIGINT -> INTEGER;
            case Types.DECIMAL, Types.NUMERIC -> DECIMAL;
            case Types.REAL, Types.FLOAT, Types.DOUBLE -> FLOAT;
            case Types.BIT, Types.BOOLEAN -> BOOLEAN;
            case Types.CHAR, Types.VARCHAR, Types.LONGVARCHAR, Types.NCHAR, Types.NVARCHAR, Types.CLOB -> TEXT;
            case Types.DATE -> DATE;
            case Types.TIME -> TIME;
            case Types.TIMESTAMP, Types.TIMESTAMP_WITH_TIMEZONE -> TIMESTAMP;
            case Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY, Types.BLOB -> BINARY;
            default -> OTHER;
        };
    }

    /** The family of a field type of a mapping; an absent one is not compared. */
    static TypeFamily ofElasticsearch(String type) {
        return switch (type) {
            case "long", "integer", "short", "byte", "unsigned_long" -> INTEGER;
            case "double", "float", "half_float" -> FLOAT;
            case "scaled_float" -> DECIMAL;
            case "boolean" -> BOOLEAN;
            case "date", "date_nanos" -> TIMESTAMP;
            default -> OTHER;
        };
    }

    /** Whether this holds values of another family, perhaps rounded. */
    boolean takes(TypeFamily other) {
        return this == other
                || this == OTHER
                || other == OTHER
                || (isNumber() && other.isNumber())
                || (this == BOOLEAN && other == INTEGER)
                || (this == INTEGER && other == BOOLEAN)
                || (this == TIMESTAMP && other == DATE);
    }

    boolean isNumber() {
        return this == INTEGER || this == DECIMAL || this == FLOAT;
    }
}
