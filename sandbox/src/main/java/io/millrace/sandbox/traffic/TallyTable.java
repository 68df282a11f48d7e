package io.millrace.sandbox.traffic;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;

/** The tables of the tally in MySQL, beside the shop so that one transaction covers both. */
public final class TallyTable {

    /** Creates what is missing. */
    static final List<String> DDL = List.of(
            "CREATE DATABASE IF NOT EXISTS millrace_tally CHARACTER SET utf8mb4",
            """
            CREATE TABLE IF NOT EXISTS millrace_tally.traffic_state (
                id TINYINT NOT NULL PRIMARY KEY, runs BIGINT NOT NULL, transactions BIGINT NOT NULL,
                next_order_id BIGINT NOT NULL, next_customer_id BIGINT NOT NULL,
                greatest_time DATETIME(3) NOT NULL, reached_time DATETIME(3) NOT NULL) ENGINE=InnoDB""",
            """
            CREATE TABLE IF NOT EXISTS millrace_tally.order_tally (
                order_id BIGINT NOT NULL PRIMARY KEY, customer_id BIGINT NOT NULL,
                product VARCHAR(100) NOT NULL, category VARCHAR(50) NOT NULL,
                quantity INT NOT NULL, amount DECIMAL(12, 2) NOT NULL,
                status VARCHAR(20) NOT NULL, order_time DATETIME(3) NOT NULL,
                deleted BOOLEAN NOT NULL, counts_in_window BOOLEAN NOT NULL,
                window_amount DECIMAL(12, 2) NOT NULL) ENGINE=InnoDB""");

    static final String REPLACE_ORDER = "REPLACE INTO millrace_tally.order_tally (order_id, customer_id, product,"
            + " category, quantity, amount, status, order_time, deleted, counts_in_window, window_amount)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    static final String REPLACE_STATE =
            "REPLACE INTO millrace_tally.traffic_state (id, runs, transactions, next_order_id,"
                    + " next_customer_id, greatest_time, reached_time) VALUES (1, ?, ?, ?, ?, ?, ?)";

    /** Selects the state; no row when there was no traffic yet. */
    public static final String SELECT_STATE =
            "SELECT runs, transactions, next_order_id, next_customer_id, greatest_time,"
                    + " reached_time FROM millrace_tally.traffic_state";

    /** Selects every order; conditions may follow. */
    public static final String SELECT_ORDERS = "SELECT order_id, customer_id, product, category, quantity, amount,"
            + " status, order_time, deleted, counts_in_window, window_amount FROM millrace_tally.order_tally";

    private TallyTable() {}

    /** Reads the current row of {@link #SELECT_ORDERS}. */
    public static OrderTally readOrder(ResultSet row) throws SQLException {
        Order order = new Order(
                row.getLong(1),
                row.getLong(2),
                row.getString(3),
                row.getString(4),
                row.getInt(5),
                row.getBigDecimal(6),
                OrderStatus.valueOf(row.getString(7)),
                readTime(row, 8));
        return new OrderTally(order, row.getBoolean(9), row.getBoolean(10), row.getBigDecimal(11));
    }

    /** Reads the current row of {@link #SELECT_STATE}. */
    public static TrafficState readState(ResultSet row) throws SQLException {
        return new TrafficState(
                row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4), readTime(row, 5), readTime(row, 6));
    }

    static void bind(PreparedStatement statement, OrderTally tally) throws SQLException {
        Order order = tally.order();
        statement.setLong(1, order.id());
        statement.setLong(2, order.customerId());
        statement.setString(3, order.product());
        statement.setString(4, order.category());
        statement.setInt(5, order.quantity());
        statement.setBigDecimal(6, order.amount());
        statement.setString(7, order.status().name());
        statement.setObject(8, utc(order.time()));
        statement.setBoolean(9, tally.deleted());
        statement.setBoolean(10, tally.countsInWindow());
        statement.setBigDecimal(11, tally.windowAmount());
    }

    static void bind(PreparedStatement statement, TrafficState state) throws SQLException {
        statement.setLong(1, state.runs());
        statement.setLong(2, state.transactions());
        statement.setLong(3, state.nextOrderId());
        statement.setLong(4, state.nextCustomerId());
        statement.setObject(5, utc(state.greatest()));
        statement.setObject(6, utc(state.reached()));
    }

    /** Returns the date and time that a DATETIME column holds for {@code time}. */
    static LocalDateTime utc(Instant time) {
        return LocalDateTime.ofInstant(time, ZoneOffset.UTC);
    }

    /** Reads a DATETIME or timestamp column that holds UTC. */
    public static Instant readTime(ResultSet row, int column) throws SQLException {
        return row.getObject(column, LocalDateTime.class).toInstant(ZoneOffset.UTC);
    }
}
