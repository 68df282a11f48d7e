package io.millrace.launcher.doctor.server;

import io.millrace.catalog.diagnostic.NearestName;
import io.millrace.catalog.diagnostic.SourceLocation;
import io.millrace.launcher.compile.DeclaredTable;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A table of a database over JDBC: that it exists with its columns, its key, and the rights that are needed. */
final class JdbcCheck implements ServerCheck {

    private final ClassLoader drivers;

    JdbcCheck(ClassLoader drivers) {
        this.drivers = drivers;
    }

    @Override
    public void check(TableReport report) throws SQLException {
        DeclaredTable table = report.table();
        String url = table.option("url").orElse("");
        try (Connection connection =
                DatabaseSession.open(url, table.option("username"), table.option("password"), drivers)) {
            report.ok(table.placeOf("url"), DatabaseSession.product(connection) + " takes the user");
            table(table.option("table-name").orElse(""), connection, report);
        }
    }

    private static void table(String name, Connection connection, TableReport report) throws SQLException {
        DatabaseMetaData database = connection.getMetaData();
        boolean schemas = database.supportsSchemasInTableDefinitions();
        int dot = name.lastIndexOf('.');
        String qualifier = dot < 0 ? null : name.substring(name.lastIndexOf('.', dot - 1) + 1, dot);
        String simple = folded(name.substring(dot + 1), database);
        String catalog = schemas || qualifier == null ? connection.getCatalog() : qualifier;
        String schema = schemas ? (qualifier == null ? connection.getSchema() : folded(qualifier, database)) : null;
        SourceLocation place = report.table().placeOf("table-name");
        Optional<DatabaseTable> actual = DatabaseTable.read(connection, catalog, schema, simple);
        if (actual.isEmpty()) {
            report.fail(
                    place,
                    "there is no table '" + name + "' in '" + (schemas ? catalog + "." + schema : catalog) + "'",
                    NearestName.hint(simple, DatabaseTable.names(connection, catalog, schema))
                            .orElse("create it, or name its schema: 'schema.table'"));
            return;
        }
        new ColumnComparison(report, false).compare(name, actual.get(), place);
        key(name, actual.get(), report);
        TableRights.check(connection, catalog, schema, simple, report);
    }

    /** A name as the database keeps it when it stands in a statement without quotes. */
    private static String folded(String name, DatabaseMetaData database) throws SQLException {
        return database.storesLowerCaseIdentifiers()
                ? name.toLowerCase(Locale.ROOT)
                : database.storesUpperCaseIdentifiers() ? name.toUpperCase(Locale.ROOT) : name;
    }

    /** Rows are written by "insert, or update on a conflict", which the database allows for unique keys alone. */
    private static void key(String name, DatabaseTable actual, TableReport report) {
        List<String> declared = report.table().primaryKey();
        if (!report.table().written() || declared.isEmpty()) {
            return;
        }
        SourceLocation place = report.table().placeOfKey();
        String columns = String.join(", ", declared);
        if (actual.hasUniqueKey(declared)) {
            report.ok(place, "(" + columns + ") is a unique key of table '" + name + "'");
        } else {
            report.fail(
                    place,
                    "(" + columns + ") is no unique key of the database's table '" + name + "', so updates cannot find"
                            + " their row",
                    actual.primaryKey().isEmpty()
                            ? "ALTER TABLE " + name + " ADD PRIMARY KEY (" + columns + ")"
                            : "its primary key is (" + String.join(", ", actual.primaryKey()) + ")");
        }
    }
}
