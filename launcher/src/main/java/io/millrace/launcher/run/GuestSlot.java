package io.millrace.launcher.run;

import io.millrace.launcher.compile.GuestTable;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.TimeUnit;

/** A guest's PostgreSQL replication slots; one that is left behind makes the server keep its log for ever. */
final class GuestSlot {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /** The connector's snapshot adds slots that begin with the name of the first. */
    private static final String OWN = "strpos(slot_name::text, ?) = 1";

    /** The connection that still holds a slot is one of the guest's. */
    private static final String RELEASE =
            "SELECT pg_terminate_backend(active_pid) FROM pg_replication_slots WHERE active AND " + OWN;

    private static final String DROP =
            "SELECT pg_drop_replication_slot(slot_name) FROM pg_replication_slots WHERE NOT active AND " + OWN;
    private static final String LEFT = "SELECT slot_name FROM pg_replication_slots WHERE " + OWN;

    private GuestSlot() {}

    /**
     * Drops the slots of a table where they exist.
     *
     * @throws IllegalStateException where that cannot be done
     */
    static void remove(GuestTable table) throws InterruptedException {
        String slot = table.options().getOrDefault("slot.name", "");
        if (slot.isEmpty()) {
            return;
        }
        try (Connection connection = DriverManager.getConnection(url(table), login(table))) {
            Deadline end = Deadline.in(PATIENCE);
            List<String> left = select(connection, LEFT, slot);
            while (!left.isEmpty()) {
                if (end.isOver()) {
                    throw new IllegalStateException("the replication slot '" + left.get(0) + "' is still in use");
                }
                select(connection, RELEASE, slot);
                select(connection, DROP, slot);
                left = select(connection, LEFT, slot);
                TimeUnit.MILLISECONDS.sleep(left.isEmpty() ? 0 : 100);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(
                    "the replication slot '" + slot + "' could not be dropped: " + e.getMessage(), e);
        }
    }

    private static String url(GuestTable table) {
        return "jdbc:postgresql://" + table.options().get("hostname") + ":"
                + table.options().getOrDefault("port", "5432") + "/"
                + table.options().get("database-name");
    }

    private static Properties login(GuestTable table) {
        Properties login = new Properties();
        login.setProperty("user", table.options().getOrDefault("username", ""));
        login.setProperty("password", table.options().getOrDefault("password", ""));
        login.setProperty("connectTimeout", Long.toString(PATIENCE.toSeconds()));
        login.setProperty("socketTimeout", Long.toString(PATIENCE.toSeconds()));
        return login;
    }

    private static List<String> select(Connection connection, String sql, String slot) throws SQLException {
        List<String> values = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, slot);
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    values.add(result.getString(1));
                }
            }
        }
        return values;
    }
}
