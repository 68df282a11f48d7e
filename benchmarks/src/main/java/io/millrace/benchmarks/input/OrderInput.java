package io.millrace.benchmarks.input;

import java.nio.file.Path;
import java.util.Random;

/**
 * Orders, five a second of their own time, a third of the messages being changes of one of the last 1,000: as binlog, as the
 * topic of changes, and as the archive of files.
 */
final class OrderInput {

    private static final int STEP_MILLIS = 200;
    private static final int RECENT = 1000;
    private static final long DAY = 86_400_000;
    private static final String[] CATEGORIES = {"book", "toy", "garden", "kitchen", "sport", "music", "office", "pet"};
    private static final String[] LATER = {"SHIPPED", "DELIVERED", "CANCELLED"};

    private final Random random = new Random(1);
    private final String[] recent = new String[RECENT];
    private final Path folder;
    private final RowFile binlog;
    private final RowFile topic;
    private RowFile archive;
    private long day = -1;
    private long offset;

    private OrderInput(Path folder) {
        this.folder = folder;
        binlog = new RowFile(folder, "order_binlog");
        topic = new RowFile(folder, "order_changes");
    }

    static void write(Path folder, int rows) {
        OrderInput input = new OrderInput(folder);
        long now = RowFile.START;
        for (int i = 0; i < rows; i++, now += STEP_MILLIS) {
            input.startDay(now);
            int slot = input.random.nextInt(RECENT);
            if (input.random.nextInt(3) == 0 && input.recent[slot] != null) {
                input.change(slot, now);
            } else {
                input.place(slot, i, now);
            }
            input.binlog.advance(now);
            input.topic.advance(now);
            input.archive.advance(now);
        }
        input.binlog.close();
        input.topic.close();
        input.archive.close();
    }

    private void startDay(long now) {
        if (now / DAY != day) {
            if (archive != null) {
                archive.close();
            }
            day = now / DAY;
            archive =
                    new RowFile(folder, "order_archive/dt=" + RowFile.local(now).substring(0, 10));
        }
    }

    private void place(int slot, int id, long now) {
        int customer = random.nextInt(20_000);
        int product = (int) (2000 * Math.pow(random.nextDouble(), 3));
        int quantity = 1 + random.nextInt(4);
        String fields = "\"order_id\":" + id + ",\"customer_id\":" + customer + ",\"email\":\"customer" + customer
                + "@example.com\",\"product\":\"product-" + product + "\",\"category\":\""
                + CATEGORIES[product % CATEGORIES.length] + "\",\"quantity\":" + quantity + ",\"amount\":"
                + quantity * (1 + product % 90) + ".95,\"order_time\":\"" + RowFile.local(now) + "\",\"status\":\"";
        recent[slot] = fields + "PAID\"";
        String after = recent[slot] + ",\"change_kind\":\"+I\"";
        binlog.add(now, "{\"before\":null,\"after\":{" + after + "},\"op\":\"c\"}");
        message(now, "\"after\":{" + after + "}", after);
    }

    private void change(int slot, long now) {
        String old = recent[slot];
        String fields = old.substring(0, old.indexOf("\"status\":\"") + 10);
        recent[slot] = fields + LATER[random.nextInt(LATER.length)] + "\"";
        String before = old + ",\"change_kind\":\"-U\"";
        String after = recent[slot] + ",\"change_kind\":\"+U\"";
        binlog.add(now, "{\"before\":{" + before + "},\"after\":{" + after + "},\"op\":\"u\"}");
        message(now, "\"before\":{" + before + "}", before);
        message(now, "\"after\":{" + after + "}", after);
    }

    private void message(long now, String envelope, String row) {
        String place =
                "\"log_partition\":0,\"log_offset\":" + offset++ + ",\"changed_at\":\"" + RowFile.utc(now) + "\",";
        topic.add(now, "{" + place + envelope + "}");
        archive.add(now, "{" + place + row + "}");
    }
}
