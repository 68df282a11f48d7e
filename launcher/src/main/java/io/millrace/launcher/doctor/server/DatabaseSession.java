package io.millrace.launcher.doctor.server;

import java.sql.Connection;
import java.sql.Driver;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.ServiceLoader;

/** Read-only connections with time-outs. */
final class DatabaseSession {

    /** Its own version stands behind that of the MySQL which it says to be. */
    private static final String MARIADB = "MariaDB";

    private static final String SECONDS = "5";
    private static final String MILLIS = "5000";

    private DatabaseSession() {}

    /**
     * Connects.
     *
     * @param drivers sees the JDBC drivers
     * @throws SQLException where there is no driver, no server, or no such user
     */
    static Connection open(String url, Optional<String> user, Optional<String> password, ClassLoader drivers)
            throws SQLException {
        Properties properties = timeouts(url);
        user.ifPresent(name -> properties.put("user", name));
        password.ifPresent(value -> properties.put("password", value));
        for (Driver driver : ServiceLoader.load(Driver.class, drivers)) {
            if (driver.acceptsURL(url)) {
                Connection connection = driver.connect(url, properties);
                if (connection != null) {
                    connection.setReadOnly(true);
                    return connection;
                }
            }
        }
        throw new SQLException("no jar holds a JDBC driver for this url");
    }

    /** The database's name and version. */
    static String product(Connection connection) throws SQLException {
        String version = connection.getMetaData().getDatabaseProductVersion();
        return version.contains(MARIADB)
                ? MARIADB + " " + version.replaceFirst("^5\\.5\\.5-", "").replaceFirst("-" + MARIADB + ".*", "")
                : connection.getMetaData().getDatabaseProductName() + " " + version;
    }

    /** The first two columns of a query's rows, as a map. */
    static Map<String, String> pairs(Connection connection, String query) throws SQLException {
        Map<String, String> pairs = new LinkedHashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                pairs.put(rows.getString(1), rows.getString(2));
            }
        }
        return pairs;
    }

    /** The first column of a query's rows. */
    static List<String> column(Connection connection, String query) throws SQLException {
        List<String> values = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                values.add(rows.getString(1));
            }
        }
        return values;
    }

    /** Drivers differ in the names of the options and in their units. */
    private static Properties timeouts(String url) {
        Properties properties = new Properties();
        if (url.startsWith("jdbc:postgresql:")) {
            properties.put("loginTimeout", SECONDS);
            properties.put("connectTimeout", SECONDS);
            properties.put("socketTimeout", SECONDS);
        } else if (url.startsWith("jdbc:mysql:") || url.startsWith("jdbc:mariadb:")) {
            properties.put("connectTimeout", MILLIS);
            properties.put("socketTimeout", MILLIS);
        }
        return properties;
    }
}
