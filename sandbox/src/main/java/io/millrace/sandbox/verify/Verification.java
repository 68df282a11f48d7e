package io.millrace.sandbox.verify;

import io.millrace.sandbox.state.SandboxException;
import io.millrace.sandbox.traffic.SandboxConnections;
import io.millrace.sandbox.traffic.StopSignal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Compares the result tables with the tally until all are equal or the time is over. */
public final class Verification {
    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final Map<String, List<Function<SandboxConnections, ComparedTable>>> TABLES = tables();

    private final SandboxConnections servers;
    private final Set<String> names;

    /**
     * Prepares a comparison.
     *
     * @param names the tables to compare; none means all
     * @throws SandboxException when there is no table of such a name
     */
    public Verification(SandboxConnections servers, Set<String> names) {
        this.servers = servers;
        this.names = names.isEmpty() ? TABLES.keySet() : names;
        for (String name : names) {
            if (!TABLES.containsKey(name)) {
                throw SandboxException.usage(
                        "there is no table " + name + ": choose from " + String.join(", ", TABLES.keySet()));
            }
        }
    }

    /**
     * Compares, again and again for {@code wait}, and returns the last verdict.
     *
     * @throws SandboxException when a server is absent or does not answer, or there was no traffic yet
     */
    public Verdict run(Duration wait, StopSignal stop) {
        long deadline = System.nanoTime() + wait.toNanos();
        TallyReader tally = new TallyReader(servers);
        List<ComparedTable> tables = new ArrayList<>();
        try {
            TABLES.forEach((name, openers) -> {
                if (names.contains(name)) {
                    openers.forEach(opener -> tables.add(opener.apply(servers)));
                }
            });
            while (true) {
                Verdict verdict = compare(tables, tally.read());
                if (verdict.isEqual() || System.nanoTime() - deadline >= 0 || stop.await(PAUSE)) {
                    return verdict;
                }
            }
        } finally {
            tables.forEach(ComparedTable::close);
        }
    }

    private static Verdict compare(List<ComparedTable> tables, ExpectedResults expected) {
        return new Verdict(tables.stream().map(table -> table.compare(expected)).toList());
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
