package io.millrace.benchmarks.input;

import java.nio.file.Path;
import java.util.Random;

/** Lines of ten services, fifty a second: requests, traced events of orders, and one in fifty that no pattern matches. */
final class ServiceLogInput {

    private static final int STEP_MILLIS = 20;
    private static final String[] STATUS = {"200", "200", "200", "200", "304", "404", "500"};
    private static final String[] LEVEL = {"INFO", "INFO", "INFO", "WARN", "ERROR"};

    private ServiceLogInput() {}

    static void write(Path folder, int rows) {
        Random random = new Random(2);
        long now = RowFile.START;
        try (RowFile file = new RowFile(folder, "service_logs")) {
            for (int i = 0; i < rows; i++, now += STEP_MILLIS) {
                int service = random.nextInt(10);
                file.add(
                        now,
                        "{\"service\":\"service-" + service + "\",\"host\":\"host-" + random.nextInt(30)
                                + "\",\"line\":\"" + line(random, i, service, now)
                                + "\",\"log_partition\":0,\"log_offset\":" + i
                                + ",\"received\":\"" + RowFile.utc(now) + "\"}");
                file.advance(now);
            }
        }
    }

    private static String line(Random random, int number, int service, long now) {
        int kind = random.nextInt(50);
        if (kind == 0) {
            return "\\tat io.shop.Basket.total(Basket.java:" + random.nextInt(900) + ")";
        }
        if (kind <= 30) {
            return "203.0.113." + random.nextInt(256) + " - - [01/Jan/2026:00:00:00 +0000] \\\"GET /product/"
                    + random.nextInt(2000) + " HTTP/1.1\\\" " + STATUS[random.nextInt(STATUS.length)] + " "
                    + random.nextInt(20_000) + " \\\"-\\\" \\\"Mozilla/5.0 (X11; Linux x86_64)\\\" 0."
                    + (100 + random.nextInt(900));
        }
        // A request has three lines or so, of which about one names its order.
        int request = Math.max(0, number - random.nextInt(60)) / 8;
        return RowFile.local(now).replace('T', ' ') + " " + LEVEL[random.nextInt(LEVEL.length)]
                + " [worker-1] io.shop.Service" + service + " - trace=" + Integer.toHexString(0x10000000 + request)
                + (random.nextInt(3) == 0 ? " order=" + request : "") + " step " + random.nextInt(9) + " done";
    }
}
