package io.millrace.launcher.doctor.server;

import io.millrace.catalog.diagnostic.NearestName;
import io.millrace.catalog.diagnostic.SourceLocation;
import io.millrace.launcher.compile.DeclaredTable;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

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
            report.ok(
                    table.placeOf("url"),
                    connection.getMetaData().getDatabaseProductName() + " "
                            + connection.getMetaData().getDatabaseProductVersion() + " takes the user");
            table(table.option("table-name").orElse(""), connection, report);
        }
    }

    private static void table(String name, Connection connection, TableReport report) throws SQLException {
        boolean schemas = connection.getMetaData().supportsSchemasInTableDefinitions();
        int dot = name.indexOf('.');
        String qualifier = dot < 0 ? null : name.substring(0, dot);
        String simple = name.substring(dot + 1);
        String catalog = schemas || qualifier == null ? connection.getCatalog() : qualifier;
        String schema = schemas ? (qualifier == null ? connection.getSchema() : qualifier) : null;
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

    /** Rows are written by "insert, or update on a conflict", which the database allows for unique keys alone. */
    private static void key(String name, DatabaseTable actual, TableReport report) {
        Set<String> declared = new HashSet<>(report.table().primaryKey());
        if (!report.table().written() || declared.isEmpty()) {
            return;
        }
        SourceLocation place = report.table().placeOfKey();
        String columns = String.join(", ", report.table().primaryKey());
        if (actual.uniqueKeys().contains(declared)) {
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
