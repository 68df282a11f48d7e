package io.millrace.sandbox.verify;

import io.millrace.sandbox.traffic.SandboxConnections;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** Compares top_products in PostgreSQL. */
final class TopProductsTable implements ComparedTable, PostgresTable.RowReader {
    static final ResultTable TABLE = new ResultTable(
            "top_products", "PostgreSQL", List.of("order_day", "rank_no"), List.of("product", "units", "revenue"));

    private final SandboxConnections servers;

    TopProductsTable(SandboxConnections servers) {
        this.servers = servers;
    }

    @Override
    public Comparison compare(ExpectedResults expected) {
        String query = "SELECT order_day, rank_no, product, units, revenue FROM top_products";
        return Comparison.of(TABLE, expected.ranks(), PostgresTable.read(servers, query, this));
    }

    @Override
    public List<String> key(ResultSet row) throws SQLException {
        return List.of(row.getString(1), row.getString(2));
    }

    @Override
    public List<String> values(ResultSet row) throws SQLException {
        return List.of(row.getString(3), row.getString(4), CellText.money(row.getBigDecimal(5)));
    }
}
