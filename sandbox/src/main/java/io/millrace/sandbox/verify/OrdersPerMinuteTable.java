package io.millrace.sandbox.verify;

import io.millrace.sandbox.traffic.MinuteWindow;
import io.millrace.sandbox.traffic.SandboxConnections;
import io.millrace.sandbox.traffic.TallyTable;
import io.millrace.sandbox.traffic.TrafficState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Compares orders_per_minute. Windows that have surely fired must equal the tally; a window that may or may not have
 * fired must equal it where it has a row; a window that cannot have fired must have none.
 */
final class OrdersPerMinuteTable implements ComparedTable, PostgresTable.RowReader {
    static final ResultTable TABLE = new ResultTable(
            "orders_per_minute", "PostgreSQL", List.of("window_start", "category"), List.of("orders", "revenue"));

    private final SandboxConnections servers;

    OrdersPerMinuteTable(SandboxConnections servers) {
        this.servers = servers;
    }

    @Override
    public Comparison compare(ExpectedResults expected) {
        String query = "SELECT window_start, category, orders, revenue FROM orders_per_minute";
        return compare(expected, PostgresTable.read(servers, query, this));
    }

    static Comparison compare(ExpectedResults expected, Map<List<String>, List<String>> actual) {
        TrafficState state = expected.state();
        Map<List<String>, List<String>> due = new HashMap<>(expected.minutes());
        due.keySet().removeIf(key -> {
            MinuteWindow window = window(key);
            boolean optional = !state.isDue(window) && !actual.containsKey(key);
            return optional || state.isTooEarly(window);
        });
        return Comparison.of(TABLE, due, actual);
    }

    @Override
    public List<String> key(ResultSet row) throws SQLException {
        return List.of(CellText.time(TallyTable.readTime(row, 1)), row.getString(2));
    }

    @Override
    public List<String> values(ResultSet row) throws SQLException {
        return List.of(row.getString(3), CellText.money(row.getBigDecimal(4)));
    }

    private static MinuteWindow window(List<String> key) {
        LocalDateTime start = LocalDateTime.parse(key.get(0).replace(' ', 'T'));
        return new MinuteWindow(start.toInstant(ZoneOffset.UTC));
    }
}
