package io.millrace.launcher.doctor.server;

import io.millrace.catalog.diagnostic.NearestName;
import io.millrace.catalog.diagnostic.SourceLocation;
import io.millrace.launcher.compile.DeclaredTable;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A table read from a MySQL or MariaDB binlog: the server's settings, the user's rights, the table itself. */
final class MySqlCdcCheck implements ServerCheck {

    private static final int MOST_TABLES = 20;

    private final ClassLoader drivers;

    MySqlCdcCheck(ClassLoader drivers) {
        this.drivers = drivers;
    }

    @Override
    public void check(TableReport report) throws SQLException {
        DeclaredTable table = report.table();
        SourceLocation server = table.placeOf("hostname");
        String url = "jdbc:mysql://" + ServerAddresses.of(table).get(0).endpoint()
                + "/?allowPublicKeyRetrieval=true&sslMode=PREFERRED";
        try (Connection connection =
                DatabaseSession.open(url, table.option("username"), table.option("password"), drivers)) {
            report.ok(server, DatabaseSession.product(connection) + " takes the user");
            new BinlogSettings(DatabaseSession.pairs(connection, BinlogSettings.QUERY)).check(server, report);
            zone(connection, report);
            MySqlGrants grants = MySqlGrants.of(connection);
            rights(grants, report);
            tables(connection, grants, report);
        }
    }

    /** The reader takes the server's local times to be of the zone that the table says. */
    private static void zone(Connection connection, TableReport report) throws SQLException {
        String declared = report.table()
                .option("server-time-zone")
                .orElse(ZoneId.systemDefault().getId());
        SourceLocation place = report.table().placeOf("server-time-zone");
        String seconds = DatabaseSession.column(connection, "SELECT TIMESTAMPDIFF(SECOND, UTC_TIMESTAMP(), NOW())")
                .get(0);
        ZoneOffset actual = ZoneOffset.ofTotalSeconds(Math.round(Integer.parseInt(seconds) / 60f) * 60);
        try {
            ZoneOffset expected = ZoneId.of(declared).getRules().getOffset(Instant.now());
            if (!expected.equals(actual)) {
                report.fail(
                        place,
                        "the server's clock is at UTC offset " + actual + ", and '" + declared + "' at " + expected
                                + ", so TIMESTAMP columns would be wrong",
                        "set 'server-time-zone' to the server's zone");
            }
        } catch (DateTimeException e) {
            report.fail(place, "'" + declared + "' is no time zone", "write one such as 'UTC' or 'Europe/Berlin'");
        }
    }

    private static void rights(MySqlGrants grants, TableReport report) {
        List<String> missing = Stream.of("REPLICATION SLAVE", "REPLICATION CLIENT")
                .filter(right -> !grants.allowsEverywhere(right))
                .toList();
        SourceLocation place = report.table().placeOf("username");
        if (missing.isEmpty()) {
            report.ok(place, "the user has REPLICATION SLAVE and REPLICATION CLIENT");
        } else {
            String rights = String.join(", ", missing);
            report.fail(place, "the user lacks " + rights, "GRANT " + rights + " ON *.* TO the user");
        }
        if (!grants.allowsEverywhere("SHOW DATABASES")) {
            report.warn(
                    place,
                    "the user lacks SHOW DATABASES, and sees only the databases that it has rights in",
                    "GRANT SHOW DATABASES ON *.* TO the user");
        }
    }

    /** Both names are regular expressions. */
    private static void tables(Connection connection, MySqlGrants grants, TableReport report) throws SQLException {
        String databases = report.table().option("database-name").orElse("");
        String names = report.table().option("table-name").orElse("");
        List<String> known = new ArrayList<>();
        List<String[]> found = new ArrayList<>();
        for (String name : DatabaseSession.column(
                connection,
                "SELECT CONCAT(table_schema, '.', table_name) FROM information_schema.tables"
                        + " WHERE table_schema NOT IN ('mysql', 'information_schema', 'performance_schema', 'sys')"
                        + " ORDER BY 1")) {
            String[] parts = name.split("\\.", 2);
            known.add(parts[1]);
            if (parts[0].matches(databases) && (parts[1].matches(names) || name.matches(names))) {
                found.add(parts);
            }
        }
        if (found.isEmpty()) {
            report.fail(
                    report.table().placeOf("table-name"),
                    "there is no table '" + databases + "." + names + "', or the user may not see it",
                    NearestName.of(names, known)
                            .map(nearest -> "did you mean '" + nearest + "'?")
                            .orElse("create it, or GRANT SELECT on it to the user"));
        }
        for (String[] parts : found.subList(0, Math.min(found.size(), MOST_TABLES))) {
            table(parts[0], parts[1], connection, grants, report);
        }
    }

    private static void table(
            String database, String name, Connection connection, MySqlGrants grants, TableReport report)
            throws SQLException {
        SourceLocation place = report.table().placeOf("table-name");
        if (!grants.allows("SELECT", database, name)) {
            report.fail(
                    report.table().placeOf("username"),
                    "the user lacks SELECT on '" + database + "." + name + "'",
                    "GRANT SELECT ON " + database + "." + name + " TO the user");
        }
        DatabaseTable actual =
                DatabaseTable.read(connection, database, null, name).orElse(null);
        if (actual == null) {
            return;
        }
        new ColumnComparison(report, true).compare(database + "." + name, actual, place);
        if (!actual.hasPrimaryKey(report.table().primaryKey())) {
            report.warn(
                    report.table().placeOfKey(),
                    "the primary key of '" + database + "." + name + "' is ("
                            + String.join(", ", actual.primaryKey()) + "), not ("
                            + String.join(", ", report.table().primaryKey()) + ")",
                    "declare the database's key, unless you know that yours is unique; a table without a key needs"
                            + " 'scan.incremental.snapshot.chunk.key-column'");
        }
    }
}
