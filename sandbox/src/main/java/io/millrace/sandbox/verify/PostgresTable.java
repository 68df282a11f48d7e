package io.millrace.sandbox.verify;

import io.millrace.sandbox.traffic.SandboxConnections;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads the rows of a query on the report database as values by key; a table that does not exist has no rows. */
final class PostgresTable {
    private static final String UNDEFINED_TABLE = "42P01";

    private PostgresTable() {}

    static Map<List<String>, List<String>> read(SandboxConnections servers, String query, RowReader reader) {
        Map<List<String>, List<String>> rows = new HashMap<>();
        try (Connection connection = servers.postgres();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            while (row.next()) {
                rows.put(reader.key(row), reader.values(row));
            }
            return rows;
        } catch (SQLException e) {
            if (UNDEFINED_TABLE.equals(e.getSQLState())) {
                return Map.of();
            }
            throw SandboxConnections.failure("PostgreSQL", e);
        }
    }

    /** Reads the current row's cells. */
    interface RowReader {
        List<String> key(ResultSet row) throws SQLException;

        List<String> values(ResultSet row) throws SQLException;
    }
}
