package io.millrace.sandbox.traffic;

import io.millrace.sandbox.traffic.ReportSnapshot.RankLine;
import io.millrace.sandbox.traffic.ReportSnapshot.WindowLine;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Lays out the report tables and the counters in at most 23 lines of at most 80 characters. */
final class LiveTables {
    private static final List<String> CATEGORIES = Product.ASSORTMENT.stream()
            .map(Product::category)
            .distinct()
            .sorted()
            .toList();
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("dd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);

    private LiveTables() {}

    static List<String> lines(TrafficProgress progress, ReportSnapshot reports) {
        List<String> lines = new ArrayList<>();
        lines.add(counters(progress));
        lines.add(gate(progress));
        lines.add("");
        addWindows(lines, reports.windows());
        lines.add("");
        addRanks(lines, reports.ranks());
        return lines;
    }

    private static String counters(TrafficProgress progress) {
        return format(
                "%s UTC   sent %,d   in time %,d   late %,d",
                MINUTE.format(progress.greatest()), progress.sent(), progress.inTime(), progress.late());
    }

    private static String gate(TrafficProgress progress) {
        return progress.fired() == null
                ? "late rows wait for a result that a checkpoint covers"
                : "late rows go to windows up to "
                        + MINUTE.format(progress.fired().start());
    }

    private static void addWindows(List<String> lines, List<WindowLine> windows) {
        StringBuilder header = new StringBuilder("orders_per_minute");
        CATEGORIES.forEach(category -> header.append(format("%9s", category)));
        lines.add(header.toString());
        if (windows.isEmpty()) {
            lines.add("  no row yet");
        }
        for (WindowLine window : windows) {
            StringBuilder line = new StringBuilder(format("  %-15s", MINUTE.format(window.start())));
            CATEGORIES.forEach(
                    category -> line.append(format("%9d", window.orders().getOrDefault(category, 0L))));
            lines.add(line.toString());
        }
    }

    private static void addRanks(List<String> lines, List<RankLine> ranks) {
        lines.add("top_products " + (ranks.isEmpty() ? "" : ranks.get(0).day()));
        if (ranks.isEmpty()) {
            lines.add("  no row yet");
        }
        for (RankLine rank : ranks) {
            lines.add(format("  %2d  %-24s %8d %14s", rank.rank(), rank.product(), rank.units(), rank.revenue()));
        }
    }

    private static String format(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values);
    }
}
