package io.millrace.sandbox.traffic;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The newest rows of the report tables: windows in ascending order, and the ranks of the latest day. */
record ReportSnapshot(List<WindowLine> windows, List<RankLine> ranks) {

    private static final int WINDOWS = 6;
    private static final String SELECT_WINDOWS = "SELECT window_start, category, orders, revenue FROM orders_per_minute"
            + " WHERE window_start IN (SELECT DISTINCT window_start FROM orders_per_minute"
            + " ORDER BY window_start DESC LIMIT " + WINDOWS + ") ORDER BY window_start, category";
    private static final String SELECT_RANKS = "SELECT order_day, rank_no, product, units, revenue FROM top_products"
            + " WHERE order_day = (SELECT max(order_day) FROM top_products) ORDER BY rank_no";

    /** One window: orders by category, and the revenue of all. */
    record WindowLine(Instant start, Map<String, Long> orders, BigDecimal revenue) {}

    /** One rank of a day. */
    record RankLine(LocalDate day, long rank, String product, long units, BigDecimal revenue) {}

    static ReportSnapshot read(Connection postgres) throws SQLException {
        try (Statement statement = postgres.createStatement()) {
            return new ReportSnapshot(readWindows(statement), readRanks(statement));
        }
    }

    private static List<WindowLine> readWindows(Statement statement) throws SQLException {
        Map<Instant, WindowLine> windows = new TreeMap<>();
        try (ResultSet row = statement.executeQuery(SELECT_WINDOWS)) {
            while (row.next()) {
                Instant start = TallyTable.readTime(row, 1);
                WindowLine line = windows.getOrDefault(start, new WindowLine(start, new TreeMap<>(), BigDecimal.ZERO));
                line.orders().put(row.getString(2), row.getLong(3));
                windows.put(
                        start,
                        new WindowLine(start, line.orders(), line.revenue().add(row.getBigDecimal(4))));
            }
        }
        return List.copyOf(windows.values());
    }

    private static List<RankLine> readRanks(Statement statement) throws SQLException {
        List<RankLine> ranks = new ArrayList<>();
        try (ResultSet row = statement.executeQuery(SELECT_RANKS)) {
            while (row.next()) {
                ranks.add(new RankLine(
                        row.getObject(1, LocalDate.class),
                        row.getLong(2),
                        row.getString(3),
                        row.getLong(4),
                        row.getBigDecimal(5)));
            }
        }
        return ranks;
    }
}
