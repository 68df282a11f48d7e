package io.millrace.launcher.doctor.server;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Whether a user may do with a table what a pipeline does with it. */
final class TableRights {

    private TableRights() {}

    /** Reports the rights that are missing; says nothing of databases that cannot be asked. */
    static void check(Connection connection, String catalog, String schema, String table, TableReport report)
            throws SQLException {
        String product = connection.getMetaData().getDatabaseProductName();
        List<String> missing = new ArrayList<>();
        for (String right : needed(report)) {
            boolean granted =
                    switch (product) {
                        case "PostgreSQL" -> postgres(connection, schema, table, right);
                        case "MySQL", "MariaDB" -> MySqlGrants.of(connection).allows(right, catalog, table);
                        default -> true;
                    };
            if (!granted) {
                missing.add(right);
            }
        }
        if (!missing.isEmpty()) {
            String rights = String.join(", ", missing);
            report.fail(
                    report.table().placeOf("username"),
                    "the user lacks " + rights + " on table '" + table + "'",
                    "GRANT " + rights + " ON " + table + " TO the user");
        }
    }

    /** A sink with a key updates and deletes; without one it appends. */
    private static List<String> needed(TableReport report) {
        List<String> needed = new ArrayList<>();
        if (report.table().read()) {
            needed.add("SELECT");
        }
        if (report.table().written()) {
            needed.add("INSERT");
            if (!report.table().primaryKey().isEmpty()) {
                needed.addAll(List.of("UPDATE", "DELETE"));
            }
        }
        return needed;
    }

    private static boolean postgres(Connection connection, String schema, String table, String right)
            throws SQLException {
        try (PreparedStatement query =
                connection.prepareStatement("SELECT has_table_privilege(quote_ident(?) || '.' || quote_ident(?), ?)")) {
            query.setString(1, schema);
            query.setString(2, table);
            query.setString(3, right);
            try (ResultSet rows = query.executeQuery()) {
                return rows.next() && rows.getBoolean(1);
            }
        }
    }
}
