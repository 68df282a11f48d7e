package io.millrace.launcher.doctor.server;

import java.sql.Types;
import java.util.Locale;

/**
 * A column as a database has it.
 *
 * @param jdbcType a constant of {@link java.sql.Types}
 * @param typeName the database's own word for the type
 */
record DatabaseColumn(String name, int jdbcType, String typeName) {

    TypeFamily family() {
        return TypeFamily.ofJdbc(jdbcType);
    }

    /** The bytes that Flink needs for an integer of this type; 0 for other types. */
    int integerBytes() {
        boolean unsigned = typeName.toUpperCase(Locale.ROOT).contains("UNSIGNED");
        int bytes =
                switch (jdbcType) {
                    case Types.TINYINT -> 1;
                    case Types.SMALLINT -> 2;
                    case Types.INTEGER -> 4;
                    case Types.BIGINT -> 8;
                    default -> 0;
                };
        return unsigned ? bytes * 2 : bytes;
    }
}
