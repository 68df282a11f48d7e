package io.millrace.benchmarks.input;

import java.nio.file.Path;
import java.util.Random;

/** Page events of 5,000 visitors, twenty a second, one in fifty sent twice. */
final class PageEventInput {

    private static final int STEP_MILLIS = 50;
    private static final String[] KINDS = {
        "view", "view", "view", "view", "view", "view", "click", "click", "cart", "buy"
    };

    private PageEventInput() {}

    static void write(Path folder, int rows) {
        Random random = new Random(3);
        long now = RowFile.START;
        try (RowFile file = new RowFile(folder, "page_events")) {
            for (int i = 0; i < rows; i++, now += STEP_MILLIS) {
                int visitor = random.nextInt(5000);
                int product = random.nextInt(2000);
                String event = "{\"event_id\":\"e" + i + "\",\"visitor_id\":\"v" + visitor + "\",\"session_id\":\"s"
                        + visitor
                        + "\",\"page\":\"/product/" + product + "\",\"product\":\"product-" + product + "\",\"kind\":\""
                        + KINDS[random.nextInt(KINDS.length)] + "\",\"dwell_ms\":" + random.nextInt(30_000)
                        + ",\"event_time\":\"" + RowFile.utc(now) + "\"}";
                file.add(now, event);
                if (random.nextInt(50) == 0) {
                    file.add(now + 4000, event);
                }
                if (random.nextInt(500) == 0) {
                    burst(file, random, i, now);
                }
                file.advance(now);
            }
        }
    }

    /** Clicks as click-fraud looks for them. */
    private static void burst(RowFile file, Random random, int number, long now) {
        int visitor = random.nextInt(5000);
        for (int click = 1; click <= 6; click++) {
            long at = now + click * 700L + 1;
            file.add(
                    at,
                    "{\"event_id\":\"b" + number + "-" + click + "\",\"visitor_id\":\"v" + visitor
                            + "\",\"session_id\":\"s\",\"page\":\"/\",\"product\":\"product-1\",\"kind\":\"click\",\"dwell_ms\":0,"
                            + "\"event_time\":\"" + RowFile.utc(at) + "\"}");
        }
    }
}
