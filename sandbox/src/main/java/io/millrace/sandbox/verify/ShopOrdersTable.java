package io.millrace.sandbox.verify;

import io.millrace.sandbox.traffic.Order;
import io.millrace.sandbox.traffic.OrderStatus;
import io.millrace.sandbox.traffic.SandboxConnections;
import io.millrace.sandbox.traffic.TallyTable;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Compares the source table shop.orders, so that a difference further on is known to be the pipelines'. */
final class ShopOrdersTable implements ComparedTable {
    static final ResultTable TABLE = new ResultTable("orders", "MySQL", List.of("order_id"), OrderMessage.COLUMNS);

    private static final String QUERY =
            "SELECT order_id, customer_id, product, category, quantity, amount, status, order_time FROM shop.orders";

    private final SandboxConnections servers;

    ShopOrdersTable(SandboxConnections servers) {
        this.servers = servers;
    }

    @Override
    public Comparison compare(ExpectedResults expected) {
        Map<List<String>, List<String>> actual = new HashMap<>();
        try (Connection connection = servers.mysql();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(QUERY)) {
            while (row.next()) {
                Order order = readOrder(row);
                actual.put(List.of(Long.toString(order.id())), ExpectedResults.orderCells(order));
            }
        } catch (SQLException e) {
            throw SandboxConnections.failure("MySQL", e);
        }
        return Comparison.of(TABLE, expected.orders(), actual);
    }

    private static Order readOrder(ResultSet row) throws SQLException {
        return new Order(
                row.getLong(1),
                row.getLong(2),
                row.getString(3),
                row.getString(4),
                row.getInt(5),
                row.getBigDecimal(6),
                OrderStatus.valueOf(row.getString(7)),
                TallyTable.readTime(row, 8));
    }
}
