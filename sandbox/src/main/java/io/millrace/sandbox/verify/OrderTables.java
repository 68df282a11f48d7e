package io.millrace.sandbox.verify;

import io.millrace.sandbox.traffic.SandboxConnections;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** The tables that follow from the shop's orders, on all servers that hold them. */
final class OrderTables implements AutoCloseable {
    private static final Map<String, List<Function<SandboxConnections, ComparedTable>>> TABLES = tables();

    private final TallyReader tally;
    private final List<ComparedTable> opened = new ArrayList<>();

    /** Opens the tables of these names, no others. */
    OrderTables(SandboxConnections servers, TallyReader tally, Set<String> names) {
        this.tally = tally;
        try {
            TABLES.forEach((name, openers) -> {
                if (names.contains(name)) {
                    openers.forEach(opener -> opened.add(opener.apply(servers)));
                }
            });
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    static Set<String> names() {
        return TABLES.keySet();
    }

    List<Comparison> compare() {
        if (opened.isEmpty()) {
            return List.of();
        }
        ExpectedResults expected = tally.read();
        return opened.stream().map(table -> table.compare(expected)).toList();
    }

    @Override
    public void close() {
        opened.forEach(ComparedTable::close);
    }

    private static Map<String, List<Function<SandboxConnections, ComparedTable>>> tables() {
        Map<String, List<Function<SandboxConnections, ComparedTable>>> tables = new LinkedHashMap<>();
        tables.put("orders_per_minute", List.of(OrdersPerMinuteTable::new));
        tables.put(
                "top_products",
                List.of(TopProductsTable::new, servers -> new TopProductsIndex(servers.elasticsearch())));
        tables.put("orders", List.of(ShopOrdersTable::new, servers -> OrderTopicTable.layer(servers.kafkaBrokers())));
        tables.put("order_events", List.of(servers -> OrderTopicTable.events(servers.kafkaBrokers())));
        return tables;
    }
}
