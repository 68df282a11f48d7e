package io.millrace.launcher.doctor.server;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A table as a database has it. Names are compared without regard to case, because the JDBC connector leaves it to each
 * database how to fold them.
 *
 * @param columns by name
 * @param primaryKey the key's columns in small letters; empty where it has none
 * @param uniqueKeys the columns of each unique index, the primary key's among them
 */
record DatabaseTable(Map<String, DatabaseColumn> columns, Set<String> primaryKey, List<Set<String>> uniqueKeys) {

    /**
     * Reads what the database says of a table.
     *
     * @param catalog null where the database has none
     * @param schema null where the database has none
     * @return empty where there is no such table, or the user may not see it
     */
    static Optional<DatabaseTable> read(Connection connection, String catalog, String schema, String table)
            throws SQLException {
        DatabaseMetaData database = connection.getMetaData();
        Map<String, DatabaseColumn> columns = columns(database, catalog, schema, table);
        if (columns.isEmpty()) {
            return Optional.empty();
        }
        Set<String> primaryKey = new HashSet<>();
        try (ResultSet rows = database.getPrimaryKeys(catalog, schema, table)) {
            while (rows.next()) {
                primaryKey.add(folded(rows.getString("COLUMN_NAME")));
            }
        }
        List<Set<String>> uniqueKeys = uniqueKeys(database, catalog, schema, table);
        uniqueKeys.add(primaryKey);
        return Optional.of(new DatabaseTable(columns, primaryKey, uniqueKeys));
    }

    /** Whether some columns are the primary key. */
    boolean hasPrimaryKey(List<String> key) {
        return primaryKey.equals(folded(key));
    }

    /** Whether some columns are a unique key. */
    boolean hasUniqueKey(List<String> key) {
        return uniqueKeys.contains(folded(key));
    }

    /** The names of the tables and views beside it, for hints. */
    static List<String> names(Connection connection, String catalog, String schema) throws SQLException {
        List<String> names = new ArrayList<>();
        try (ResultSet rows =
                connection.getMetaData().getTables(catalog, schema, "%", new String[] {"TABLE", "VIEW"})) {
            while (rows.next()) {
                names.add(rows.getString("TABLE_NAME"));
            }
        }
        return names;
    }

    private static Map<String, DatabaseColumn> columns(
            DatabaseMetaData database, String catalog, String schema, String table) throws SQLException {
        String escape = database.getSearchStringEscape();
        Map<String, DatabaseColumn> columns = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        try (ResultSet rows = database.getColumns(catalog, pattern(schema, escape), pattern(table, escape), null)) {
            while (rows.next()) {
                String name = rows.getString("COLUMN_NAME");
                columns.put(name, new DatabaseColumn(name, rows.getInt("DATA_TYPE"), rows.getString("TYPE_NAME")));
            }
        }
        return columns;
    }

    private static List<Set<String>> uniqueKeys(DatabaseMetaData database, String catalog, String schema, String table)
            throws SQLException {
        Map<String, Set<String>> keys = new HashMap<>();
        try (ResultSet rows = database.getIndexInfo(catalog, schema, table, true, true)) {
            while (rows.next()) {
                String column = rows.getString("COLUMN_NAME");
                if (column != null) {
                    keys.computeIfAbsent(rows.getString("INDEX_NAME"), index -> new HashSet<>())
                            .add(folded(column));
                }
            }
        }
        return new ArrayList<>(keys.values());
    }

    private static Set<String> folded(List<String> names) {
        return names.stream().map(DatabaseTable::folded).collect(Collectors.toSet());
    }

    private static String folded(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    /** A name as a pattern that finds it alone. */
    private static String pattern(String name, String escape) {
        return name == null
                ? null
                : name.replace(escape, escape + escape)
                        .replace("_", escape + "_")
                        .replace("%", escape + "%");
    }
}
