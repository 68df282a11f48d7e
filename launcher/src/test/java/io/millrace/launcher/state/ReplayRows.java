package io.millrace.launcher.state;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.table.data.StringData;
import org.apache.flink.table.data.TimestampData;
import org.apache.flink.table.types.logical.LogicalType;

/** The rows of the tests' topics: twelve each, at intervals of ten seconds of event time. */
final class ReplayRows {

    private static final int COUNT = 2 * ReplayRun.FIRST_ROWS;
    private static final int INTERVAL_SECONDS = 10;
    private static final LocalDateTime START = LocalDateTime.of(2024, 1, 1, 0, 0, 20);

    private ReplayRows() {}

    static List<Map<String, Object>> of(String topic) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (int i = 0; i < COUNT; i++) {
            rows.add(topic.startsWith("users") ? user(i) : order(i, topic.equals("returns") ? 1000 : 0));
        }
        return rows;
    }

    static Object value(Object value, LogicalType type) {
        if (value == null) {
            return null;
        }
        return switch (type.getTypeRoot()) {
            case INTEGER -> ((Number) value).intValue();
            case BIGINT -> ((Number) value).longValue();
            case TIMESTAMP_WITHOUT_TIME_ZONE -> TimestampData.fromLocalDateTime((LocalDateTime) value);
            default -> StringData.fromString(value.toString());
        };
    }

    /** Values fall and rise, so that the greatest and the smallest stand among the first rows of one key. */
    private static Map<String, Object> order(int i, int offset) {
        Map<String, Object> row = new HashMap<>();
        row.put("id", i % 8);
        row.put("k", i % 3 == 0 ? "a" : "b");
        row.put("v", offset + (i * 7) % 12 + 5);
        row.put("w", offset + 100 - (i * 5) % 12);
        row.put("s", i % 2 == 0 ? "x" : "y");
        row.put("ts", START.plusSeconds((long) INTERVAL_SECONDS * i));
        return row;
    }

    private static Map<String, Object> user(int i) {
        Map<String, Object> row = new HashMap<>();
        row.put("id", i % 8);
        row.put("name", "name" + i);
        row.put("city", i % 2 == 0 ? "Ulm" : "Ghent");
        row.put("ts", START.plusSeconds((long) INTERVAL_SECONDS * i));
        return row;
    }
}
