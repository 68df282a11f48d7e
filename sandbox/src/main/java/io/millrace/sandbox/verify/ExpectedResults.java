package io.millrace.sandbox.verify;

import io.millrace.sandbox.traffic.MinuteWindow;
import io.millrace.sandbox.traffic.Order;
import io.millrace.sandbox.traffic.OrderTally;
import io.millrace.sandbox.traffic.TrafficState;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What every result table must hold once the pipelines have read everything: the tally, grouped without Flink. */
final class ExpectedResults {
    private static final int RANKS = 10;

    private final TrafficState state;
    private final Map<MinuteWindow, Map<String, Total>> minutes = new HashMap<>();
    private final Map<LocalDate, Map<String, Total>> days = new TreeMap<>();
    private final Map<List<String>, List<String>> orders = new HashMap<>();

    ExpectedResults(TrafficState state) {
        this.state = state;
    }

    /** Counts one order. */
    void add(OrderTally tally) {
        Order order = tally.order();
        if (tally.countsInWindow()) {
            add(
                    minutes.computeIfAbsent(order.window(), window -> new HashMap<>()),
                    order.category(),
                    1,
                    tally.windowAmount());
        }
        if (tally.countsFinally()) {
            LocalDate day = LocalDate.ofInstant(order.time(), ZoneOffset.UTC);
            add(days.computeIfAbsent(day, any -> new HashMap<>()), order.product(), order.quantity(), order.amount());
        }
        if (!tally.deleted()) {
            orders.put(List.of(Long.toString(order.id())), orderCells(order));
        }
    }

    TrafficState state() {
        return state;
    }

    /** Returns window_start and category to orders and revenue, for every window with rows in time. */
    Map<List<String>, List<String>> minutes() {
        Map<List<String>, List<String>> rows = new HashMap<>();
        minutes.forEach((window, totals) -> totals.forEach((category, total) -> rows.put(
                List.of(CellText.time(window.start()), category),
                List.of(Long.toString(total.units()), CellText.money(total.revenue())))));
        return rows;
    }

    /** Returns order_day and rank_no to product, units and revenue. */
    Map<List<String>, List<String>> ranks() {
        Map<List<String>, List<String>> rows = new HashMap<>();
        days.forEach((day, totals) -> {
            List<Map.Entry<String, Total>> ranked = new ArrayList<>(totals.entrySet());
            ranked.sort(Comparator.comparing((Map.Entry<String, Total> entry) ->
                            -entry.getValue().units())
                    .thenComparing(Map.Entry::getKey));
            for (int rank = 1; rank <= Math.min(RANKS, ranked.size()); rank++) {
                Total total = ranked.get(rank - 1).getValue();
                rows.put(
                        List.of(day.toString(), Integer.toString(rank)),
                        List.of(
                                ranked.get(rank - 1).getKey(),
                                Long.toString(total.units()),
                                CellText.money(total.revenue())));
            }
        });
        return rows;
    }

    /** Returns order_id to the cells of each order that was not deleted. */
    Map<List<String>, List<String>> orders() {
        return orders;
    }

    /** Writes the columns of an order that are compared: {@link OrderMessage#COLUMNS}. */
    static List<String> orderCells(Order order) {
        return List.of(
                order.product(),
                order.category(),
                Integer.toString(order.quantity()),
                CellText.money(order.amount()),
                order.status().name(),
                CellText.time(order.time()));
    }

    private static void add(Map<String, Total> totals, String key, long units, BigDecimal revenue) {
        totals.merge(key, new Total(units, revenue), Total::plus);
    }

    private record Total(long units, BigDecimal revenue) {
        Total plus(Total other) {
            return new Total(units + other.units, revenue.add(other.revenue));
        }
    }
}
