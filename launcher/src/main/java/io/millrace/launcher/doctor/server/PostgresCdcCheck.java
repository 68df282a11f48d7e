package io.millrace.launcher.doctor.server;

import io.millrace.catalog.diagnostic.NearestName;
import io.millrace.catalog.diagnostic.SourceLocation;
import io.millrace.launcher.compile.DeclaredTable;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;

/** A table read from PostgreSQL's write-ahead log: the server's settings, the user's role, the table itself. */
final class PostgresCdcCheck implements ServerCheck {

    private final ClassLoader drivers;

    PostgresCdcCheck(ClassLoader drivers) {
        this.drivers = drivers;
    }

    @Override
    public void check(TableReport report) throws SQLException {
        DeclaredTable table = report.table();
        SourceLocation server = table.placeOf("hostname");
        String url = "jdbc:postgresql://" + ServerAddresses.of(table).get(0).endpoint() + "/"
                + table.option("database-name").orElse("");
        try (Connection connection =
                DatabaseSession.open(url, table.option("username"), table.option("password"), drivers)) {
            report.ok(server, DatabaseSession.product(connection) + " takes the user");
            log(connection, server, report);
            slots(connection, server, report);
            table(connection, report);
        }
    }

    private static void log(Connection connection, SourceLocation server, TableReport report) throws SQLException {
        String level = DatabaseSession.column(connection, "SHOW wal_level").get(0);
        if (!level.equals("logical")) {
            report.fail(
                    server,
                    "the server has wal_level=" + level + ", and the reader needs logical",
                    "set it in the server's configuration and start the server again");
        }
        String replication = DatabaseSession.column(
                        connection, "SELECT rolreplication OR rolsuper FROM pg_roles WHERE rolname = current_user")
                .get(0);
        if (!replication.startsWith("t")) {
            report.fail(
                    report.table().placeOf("username"),
                    "the user may not replicate",
                    "ALTER ROLE the user WITH REPLICATION");
        }
    }

    private static void slots(Connection connection, SourceLocation server, TableReport report) throws SQLException {
        Map<String, String> active =
                DatabaseSession.pairs(connection, "SELECT slot_name, active FROM pg_replication_slots");
        String own = report.table().option("slot.name").orElse("");
        int most = Integer.parseInt(
                DatabaseSession.column(connection, "SHOW max_replication_slots").get(0));
        if (active.getOrDefault(own, "f").startsWith("t")) {
            report.warn(
                    report.table().placeOf("slot.name"),
                    "another reader uses the slot '" + own + "' now",
                    "stop it first, unless it is this pipeline itself");
        } else if (!active.containsKey(own) && active.size() >= most) {
            report.fail(
                    server,
                    "all " + most + " replication slots are taken",
                    "drop one that is not used, or raise max_replication_slots");
        }
    }

    private static void table(Connection connection, TableReport report) throws SQLException {
        String schema = report.table().option("schema-name").orElse("public");
        String name = report.table().option("table-name").orElse("");
        SourceLocation place = report.table().placeOf("table-name");
        Optional<DatabaseTable> actual = DatabaseTable.read(connection, connection.getCatalog(), schema, name);
        if (actual.isEmpty()) {
            report.fail(
                    place,
                    "there is no table '" + schema + "." + name + "'",
                    NearestName.hint(name, DatabaseTable.names(connection, connection.getCatalog(), schema))
                            .orElse("create it, or correct 'schema-name'"));
            return;
        }
        new ColumnComparison(report, true).compare(schema + "." + name, actual.get(), place);
        identity(connection, schema, name, report);
        TableRights.check(connection, connection.getCatalog(), schema, name, report);
    }

    private static void identity(Connection connection, String schema, String name, TableReport report)
            throws SQLException {
        String identity = DatabaseSession.pairs(
                        connection,
                        "SELECT n.nspname || '.' || c.relname, c.relreplident FROM pg_class c"
                                + " JOIN pg_namespace n ON n.oid = c.relnamespace")
                .getOrDefault(schema + "." + name, "f");
        boolean upsert = report.table().option("changelog-mode").orElse("").equals("upsert");
        if (!identity.equals("f") && !upsert) {
            report.fail(
                    report.table().placeOf("table-name"),
                    "the table's REPLICA IDENTITY is not FULL, so an update comes without the old row, which the reader needs",
                    "ALTER TABLE " + schema + "." + name
                            + " REPLICA IDENTITY FULL, or set 'changelog-mode' = 'upsert'");
        }
    }
}
