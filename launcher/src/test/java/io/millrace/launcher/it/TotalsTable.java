package io.millrace.launcher.it;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/** What the pipeline has written to PostgreSQL. */
final class TotalsTable {

    private final Properties servers;

    TotalsTable(Properties servers) {
        this.servers = servers;
    }

    /** A row. */
    record Row(long entries, long amount, long scaled) {}

    /** The rows of a table by account. */
    Map<String, Row> rows(String table) throws SQLException {
        Map<String, Row> rows = new TreeMap<>();
        try (Connection connection = connection();
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("SELECT account, entries, amount, scaled FROM " + table)) {
            while (found.next()) {
                rows.put(found.getString(1), new Row(found.getLong(2), found.getLong(3), found.getLong(4)));
            }
        }
        return rows;
    }

    /** How many rows any table has. */
    long count(String table) throws SQLException {
        try (Connection connection = connection();
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("SELECT COUNT(*) FROM " + table)) {
            found.next();
            return found.getLong(1);
        }
    }

    private Connection connection() throws SQLException {
        return DriverManager.getConnection(
                servers.getProperty("postgres.url"),
                servers.getProperty("postgres.user"),
                servers.getProperty("secret.postgres.password"));
    }
}
