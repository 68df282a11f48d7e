package io.millrace.sandbox.traffic;

import io.millrace.sandbox.state.SandboxException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Keeps the tally in MySQL; what it saves is committed by the caller, together with the rows that it counts. */
final class TallyStore {
    private final Connection connection;

    private TallyStore(Connection connection) {
        this.connection = connection;
    }

    /**
     * Creates the tally's tables where they are missing, and keeps other runs out until the connection closes.
     *
     * @throws SandboxException when another run goes on
     */
    static TallyStore open(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            // The server releases this lock with the connection, so a killed run never leaves it behind.
            try (ResultSet lock = statement.executeQuery("SELECT GET_LOCK('millrace_traffic', 0)")) {
                if (!lock.next() || lock.getInt(1) != 1) {
                    throw SandboxException.locked(
                            "another traffic run writes to this sandbox: wait until it has ended");
                }
            }
            for (String ddl : TallyTable.DDL) {
                statement.execute(ddl);
            }
        }
        connection.commit();
        return new TallyStore(connection);
    }

    /** Returns where the traffic stands. */
    TrafficState loadState() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(TallyTable.SELECT_STATE)) {
            return rows.next() ? TallyTable.readState(rows) : TrafficState.INITIAL;
        }
    }

    /** Returns the most recent orders of earlier runs that the shop still holds, markers left out, the newest first. */
    List<OrderTally> loadPast() throws SQLException {
        String query = TallyTable.SELECT_ORDERS
                + " WHERE NOT deleted AND product <> 'marker' ORDER BY order_id DESC LIMIT " + PastOrders.CAPACITY;
        List<OrderTally> past = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                past.add(TallyTable.readOrder(rows));
            }
        }
        return past;
    }

    /** Saves what the changes of a batch count for, and the state after it. */
    void save(OrderBatch batch, TrafficState state) throws SQLException {
        Map<Long, OrderTally> last = new LinkedHashMap<>();
        batch.changes().forEach(change -> last.put(change.order().id(), change.after()));
        try (PreparedStatement statement = connection.prepareStatement(TallyTable.REPLACE_ORDER)) {
            for (OrderTally tally : last.values()) {
                TallyTable.bind(statement, tally);
                statement.addBatch();
            }
            statement.executeBatch();
        }
        try (PreparedStatement statement = connection.prepareStatement(TallyTable.REPLACE_STATE)) {
            TallyTable.bind(statement, state);
            statement.executeUpdate();
        }
    }
}
