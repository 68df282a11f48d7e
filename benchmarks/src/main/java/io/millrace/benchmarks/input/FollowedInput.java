package io.millrace.benchmarks.input;

import java.nio.file.Path;
import java.util.Random;

/** Pairs of tables in which rows of the second follow some of the first after a while. */
final class FollowedInput {

    private static final long MINUTE = 60_000;

    private FollowedInput() {}

    /** Showings of 500 documents, twenty a second; one in five is clicked within 20 minutes. */
    static void writeClicks(Path folder, int rows) {
        Random random = new Random(5);
        long now = RowFile.START;
        try (RowFile impressions = new RowFile(folder, "impressions");
                RowFile clicks = new RowFile(folder, "clicks")) {
            for (int i = 0; i < rows; i++, now += 50) {
                impressions.add(
                        now,
                        "{\"impression_id\":\"i" + i + "\",\"document_id\":\"d" + random.nextInt(500)
                                + "\",\"user_id\":\"u" + random.nextInt(50_000) + "\",\"shown_at\":\""
                                + RowFile.utc(now) + "\"}");
                if (random.nextInt(5) == 0) {
                    long then = now + (long) (random.nextDouble() * 20 * MINUTE);
                    clicks.add(
                            then,
                            "{\"click_id\":\"c" + i + "\",\"impression_id\":\"i" + i + "\",\"clicked_at\":\""
                                    + RowFile.utc(then) + "\"}");
                }
                impressions.advance(now);
                clicks.advance(now);
            }
        }
    }

    /** Pushes of 50 campaigns over four days, however many; two in five are opened within 20 hours. */
    static void writePushes(Path folder, int rows) {
        Random random = new Random(6);
        long step = Math.max(1, 4 * 24 * 60 * MINUTE / rows);
        long now = RowFile.START;
        try (RowFile pushes = new RowFile(folder, "pushes");
                RowFile opens = new RowFile(folder, "push_opens")) {
            for (int i = 0; i < rows; i++, now += step) {
                pushes.add(
                        now,
                        "{\"push_id\":\"p" + i + "\",\"campaign_id\":\"campaign-" + random.nextInt(50)
                                + "\",\"customer_id\":" + random.nextInt(100_000) + ",\"sent_at\":\"" + RowFile.utc(now)
                                + "\"}");
                if (random.nextInt(5) < 2) {
                    long then = now + (long) (Math.pow(random.nextDouble(), 4) * 20 * 60 * MINUTE);
                    opens.add(then, "{\"push_id\":\"p" + i + "\",\"opened_at\":\"" + RowFile.utc(then) + "\"}");
                }
                pushes.advance(now);
                opens.advance(now);
            }
        }
    }

    /** Lots into 20 warehouses over 40 days, however many; each leaves within ten days, in one part or in two. */
    static void writeWarehouse(Path folder, int rows) {
        Random random = new Random(7);
        long step = Math.max(1, 40 * 24 * 60 * MINUTE / rows);
        long now = RowFile.START;
        try (RowFile inbound = new RowFile(folder, "warehouse_inbound");
                RowFile outbound = new RowFile(folder, "warehouse_outbound")) {
            for (int i = 0; i < rows; i++, now += step) {
                String lot = "\"warehouse_id\":\"w" + i % 20 + "\",\"lot_id\":\"lot-" + i + "\",\"units\":";
                inbound.add(
                        now,
                        "{\"movement_id\":\"in-" + i + "\"," + lot + "20,\"product\":\"product-" + random.nextInt(2000)
                                + "\",\"moved_at\":\"" + RowFile.utc(now) + "\"}");
                int parts = 1 + random.nextInt(2);
                for (int part = 0; part < parts; part++) {
                    long then = now + (long) (random.nextDouble() * 10 * 24 * 60 * MINUTE);
                    outbound.add(
                            then,
                            "{\"movement_id\":\"out-" + i + "-" + part + "\"," + lot + 20 / parts + ",\"moved_at\":\""
                                    + RowFile.utc(then) + "\"}");
                }
                inbound.advance(now);
                outbound.advance(now);
            }
        }
    }
}
