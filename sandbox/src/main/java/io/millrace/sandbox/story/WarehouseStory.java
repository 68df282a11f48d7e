package io.millrace.sandbox.story;

import io.millrace.sandbox.story.Happening.Message;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Three days of two warehouses: lots that come, and leave at once or in parts; the same lot number in both, messages
 * delivered twice, and parts of lots that nobody saw coming.
 */
public final class WarehouseStory implements Story {

    private static final int LOTS = 240;
    private static final Duration APART = Duration.ofMinutes(12);
    private static final List<String> WAREHOUSES = List.of("north", "south");

    @Override
    public String name() {
        return "warehouse";
    }

    @Override
    public Department department() {
        return Department.DATA;
    }

    @Override
    public Tale tell(Telling telling) {
        SplittableRandom random = telling.random();
        Posts posts = new Posts(random, Duration.ofSeconds(45));
        List<Part> parts = new ArrayList<>();
        for (int i = 0; i < LOTS; i++) {
            Instant came = telling.start().plus(APART.multipliedBy(i));
            String warehouse = WAREHOUSES.get(i % WAREHOUSES.size());
            String lot = "l-" + telling.run() + "-" + i / WAREHOUSES.size();
            boolean known = random.nextInt(12) > 0;
            if (known) {
                String value = inbound("in-" + telling.run() + "-" + i, warehouse, lot, came);
                posts.add("warehouse_inbound", lot, value, came);
                if (random.nextInt(10) == 0) {
                    posts.add("warehouse_inbound", lot, value, came);
                }
            }
            int last = random.nextInt(3);
            for (int part = 0; part <= last; part++) {
                long seconds = 60 + random.nextLong(Duration.ofHours(20).toSeconds());
                int units = 1 + random.nextInt(50);
                Instant left = came.plusSeconds(seconds);
                String value = outbound("out-" + telling.run() + "-" + i + "-" + part, warehouse, lot, units, left);
                posts.add("warehouse_outbound", lot, value, left);
                if (random.nextInt(10) == 0) {
                    posts.add("warehouse_outbound", lot, value, left);
                }
                parts.add(new Part(warehouse, left, units, known ? seconds : -1));
            }
        }
        Instant end = telling.start().plus(Duration.ofDays(5));
        return new Tale(
                posts.endingWith(List.of(
                        Message.in("warehouse_inbound", 0, inbound("end", "none", "end", end), end),
                        Message.in("warehouse_outbound", 0, outbound("end", "none", "end", 0, end), end))),
                results(parts));
    }

    private static List<StoryResult> results(List<Part> parts) {
        Map<List<String>, Stay> hours = new HashMap<>();
        Map<List<String>, Stay> days = new HashMap<>();
        for (Part part : parts) {
            hours.computeIfAbsent(Cells.of(part.left.truncatedTo(ChronoUnit.HOURS), part.warehouse), any -> new Stay())
                    .add(part);
            days.computeIfAbsent(
                            Cells.of(LocalDate.ofInstant(part.left, ZoneOffset.UTC), part.warehouse), any -> new Stay())
                    .add(part);
        }
        return List.of(result("turnover_by_hour", "left_hour", hours), result("turnover_by_day", "left_day", days));
    }

    private static StoryResult result(String table, String time, Map<List<String>, Stay> stays) {
        Map<List<String>, List<String>> rows = new HashMap<>();
        stays.forEach((key, stay) -> rows.put(key, Cells.of(stay.units, stay.averageHours(), stay.unknownUnits)));
        return new StoryResult(
                table,
                new Place.Query("SELECT * FROM " + table),
                List.of(time, "warehouse_id"),
                List.of("units", "average_hours", "units_of_unknown_lots"),
                rows);
    }

    private static String inbound(String id, String warehouse, String lot, Instant time) {
        return movement(id, warehouse, lot, 100, time);
    }

    private static String outbound(String id, String warehouse, String lot, int units, Instant time) {
        return movement(id, warehouse, lot, units, time);
    }

    private static String movement(String id, String warehouse, String lot, int units, Instant time) {
        return "{\"movement_id\":\"" + id + "\",\"warehouse_id\":\"" + warehouse + "\",\"lot_id\":\"" + lot
                + "\",\"units\":" + units + ",\"moved_at\":\"" + time + "\"}";
    }

    /**
     * What left at once.
     *
     * @param seconds that it had been there; negative when nobody saw it coming
     */
    private record Part(String warehouse, Instant left, int units, long seconds) {}

    /** What left a warehouse in an hour or a day. */
    private static final class Stay {

        private long units;
        private long unknownUnits;
        private long unitSeconds;

        void add(Part part) {
            if (part.seconds < 0) {
                unknownUnits += part.units;
            } else {
                units += part.units;
                unitSeconds += part.units * part.seconds;
            }
        }

        /** To two places; null when no lot is known. */
        BigDecimal averageHours() {
            return units == 0
                    ? null
                    : BigDecimal.valueOf(unitSeconds).divide(BigDecimal.valueOf(units * 3600), 2, RoundingMode.HALF_UP);
        }
    }
}
