package io.millrace.launcher.doctor.server;

import io.millrace.catalog.diagnostic.NearestName;
import io.millrace.catalog.diagnostic.SourceLocation;
import java.util.Map;
import org.apache.flink.table.catalog.Column;
import org.apache.flink.table.types.logical.LogicalType;

/** Compares the columns that a table declares with those that its database has. */
final class ColumnComparison {

    private final TableReport report;
    private final boolean binlog;

    /** @param binlog whether a CDC connector reads the table, which turns more types into others than JDBC does */
    ColumnComparison(TableReport report, boolean binlog) {
        this.report = report;
        this.binlog = binlog;
    }

    /** Reports each column that is missing or of another type; says so where all fit. */
    void compare(String name, DatabaseTable actual, SourceLocation place) {
        long before = report.troubles();
        for (Column column : report.table().physicalColumns()) {
            DatabaseColumn found = actual.columns().get(column.getName());
            if (found == null) {
                missing(name, column, actual.columns());
            } else {
                compare(column, found);
            }
        }
        if (report.troubles() == before) {
            report.ok(
                    place,
                    "table '" + name + "' has the "
                            + report.table().physicalColumns().size() + " columns");
        }
    }

    private void missing(String name, Column column, Map<String, DatabaseColumn> actual) {
        report.fail(
                report.table().placeOfColumn(column.getName()),
                "the database's table '" + name + "' has no column '" + column.getName() + "'",
                NearestName.hint(column.getName(), actual.keySet())
                        .orElse("it has: " + String.join(", ", actual.keySet())));
    }

    private void compare(Column column, DatabaseColumn actual) {
        LogicalType type = column.getDataType().getLogicalType();
        TypeFamily declared = TypeFamily.of(type);
        SourceLocation place = report.table().placeOfColumn(column.getName());
        String message = "'" + column.getName() + "' is " + actual.typeName() + " in the database and "
                + type.asSummaryString() + " here";
        if (!fits(declared, actual.family())) {
            report.fail(place, message, "declare the type that the connector's page gives for " + actual.typeName());
        } else if (declared == TypeFamily.TEXT && actual.family() == TypeFamily.OTHER && !binlog) {
            report.warn(place, message, "the database may refuse texts for it, or the driver may not give one");
        } else if (declared == TypeFamily.INTEGER && actual.integerBytes() > 0) {
            integer(bytes(type), actual.integerBytes(), place, message);
        }
    }

    private boolean fits(TypeFamily declared, TypeFamily actual) {
        boolean anyText = binlog && declared == TypeFamily.TEXT;
        boolean wrongDate = declared == TypeFamily.DATE
                && actual == TypeFamily.TIMESTAMP
                && report.table().read();
        return anyText || (actual.takes(declared) && !wrongDate);
    }

    /** JDBC's readers cast the driver's object and do not convert it: Long for eight bytes, Integer for fewer. */
    private void integer(int declared, int actual, SourceLocation place, String message) {
        boolean otherObject = (declared == Long.BYTES) != (actual == Long.BYTES);
        if (report.table().read() && !binlog && otherObject) {
            report.fail(
                    place, message, "the JDBC connector does not convert between them: declare the database's type");
        } else if (report.table().read() ? actual > declared : declared > actual) {
            report.warn(place, message, "large values do not fit");
        }
    }

    private static int bytes(LogicalType type) {
        return switch (type.getTypeRoot()) {
            case TINYINT -> Byte.BYTES;
            case SMALLINT -> Short.BYTES;
            case INTEGER -> Integer.BYTES;
            default -> Long.BYTES;
        };
    }
}
