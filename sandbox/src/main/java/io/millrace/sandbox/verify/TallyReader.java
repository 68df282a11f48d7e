package io.millrace.sandbox.verify;

import io.millrace.sandbox.state.SandboxException;
import io.millrace.sandbox.traffic.SandboxConnections;
import io.millrace.sandbox.traffic.TallyTable;
import io.millrace.sandbox.traffic.TrafficState;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Reads the tally, all of it as of one instant; again only when traffic has gone on since. */
final class TallyReader {
    private static final int UNKNOWN_DATABASE = 1049;
    private static final int NO_SUCH_TABLE = 1146;

    private final SandboxConnections servers;
    private ExpectedResults last;

    TallyReader(SandboxConnections servers) {
        this.servers = servers;
    }

    /**
     * Returns what the tally says now.
     *
     * @throws SandboxException when MySQL does not answer or there was no traffic yet
     */
    ExpectedResults read() {
        try (Connection connection = servers.mysql();
                Statement statement = connection.createStatement()) {
            TrafficState state = readState(statement);
            if (last == null || !last.state().equals(state)) {
                last = readOrders(statement, state);
            }
            connection.rollback();
            return last;
        } catch (SQLException e) {
            if (isMissing(e)) {
                throw noTraffic();
            }
            throw SandboxConnections.failure("MySQL", e);
        }
    }

    /** Tells whether there was traffic of orders. */
    boolean isKept() {
        if (!servers.hasMysql()) {
            return false;
        }
        try (Connection connection = servers.mysql();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(TallyTable.SELECT_STATE)) {
            return row.next();
        } catch (SQLException e) {
            if (isMissing(e)) {
                return false;
            }
            throw SandboxConnections.failure("MySQL", e);
        }
    }

    private static TrafficState readState(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery(TallyTable.SELECT_STATE)) {
            if (!row.next()) {
                throw noTraffic();
            }
            return TallyTable.readState(row);
        }
    }

    private static ExpectedResults readOrders(Statement statement, TrafficState state) throws SQLException {
        ExpectedResults results = new ExpectedResults(state);
        // Row by row: the driver would otherwise hold the whole answer in memory a second time.
        statement.setFetchSize(Integer.MIN_VALUE);
        try (ResultSet row = statement.executeQuery(TallyTable.SELECT_ORDERS)) {
            while (row.next()) {
                results.add(TallyTable.readOrder(row));
            }
        }
        return results;
    }

    private static boolean isMissing(SQLException e) {
        return e.getErrorCode() == UNKNOWN_DATABASE || e.getErrorCode() == NO_SUCH_TABLE;
    }

    private static SandboxException noTraffic() {
        return SandboxException.usage("there was no traffic in this sandbox yet: run `sandbox traffic` first");
    }
}
