package io.millrace.sandbox.traffic;

import io.millrace.sandbox.traffic.OrderChange.Kind;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

/** Writes a batch to the shop's tables, in the batch's order; the caller commits. */
final class ShopWriter {
    private static final String INSERT_CUSTOMER =
            "INSERT INTO shop.customers (customer_id, name, email, city, created_at) VALUES (?, ?, ?, ?, ?)";
    private static final String INSERT_ORDER =
            "INSERT INTO shop.orders (order_id, customer_id, email, product, category,"
                    + " quantity, amount, status, order_time) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String UPDATE_ORDER =
            "UPDATE shop.orders SET quantity = ?, amount = ?, status = ? WHERE order_id = ?";
    private static final String DELETE_ORDER = "DELETE FROM shop.orders WHERE order_id = ?";

    private final Connection connection;

    ShopWriter(Connection connection) {
        this.connection = connection;
    }

    void write(OrderBatch batch) throws SQLException {
        send(INSERT_CUSTOMER, batch.customers(), ShopWriter::bindCustomer);
        send(INSERT_ORDER, batch.changes(Kind.INSERT), ShopWriter::bindInsert);
        send(UPDATE_ORDER, batch.changes(Kind.UPDATE), ShopWriter::bindUpdate);
        send(DELETE_ORDER, batch.changes(Kind.DELETE), ShopWriter::bindDelete);
    }

    private <T> void send(String sql, List<T> rows, Binder<T> binder) throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (T row : rows) {
                binder.bind(statement, row);
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    private static void bindCustomer(PreparedStatement statement, Customer customer) throws SQLException {
        statement.setLong(1, customer.id());
        statement.setString(2, customer.name());
        statement.setString(3, customer.email());
        statement.setString(4, customer.city());
        statement.setObject(5, TallyTable.utc(customer.createdAt()));
    }

    private static void bindInsert(PreparedStatement statement, OrderChange change) throws SQLException {
        Order order = change.order();
        statement.setLong(1, order.id());
        statement.setLong(2, order.customerId());
        statement.setString(3, Customer.emailOf(order.customerId()));
        statement.setString(4, order.product());
        statement.setString(5, order.category());
        statement.setInt(6, order.quantity());
        statement.setBigDecimal(7, order.amount());
        statement.setString(8, order.status().name());
        statement.setObject(9, TallyTable.utc(order.time()));
    }

    private static void bindUpdate(PreparedStatement statement, OrderChange change) throws SQLException {
        Order order = change.order();
        statement.setInt(1, order.quantity());
        statement.setBigDecimal(2, order.amount());
        statement.setString(3, order.status().name());
        statement.setLong(4, order.id());
    }

    private static void bindDelete(PreparedStatement statement, OrderChange change) throws SQLException {
        statement.setLong(1, change.order().id());
    }

    private interface Binder<T> {
        void bind(PreparedStatement statement, T row) throws SQLException;
    }
}
