package io.millrace.benchmarks.input;

import java.nio.file.Path;
import java.util.Random;

/** Readings of 300 devices, each every 30 seconds and one in fifty sent twice; some jump, and some stay away. */
final class DeviceInput {

    private static final int DEVICES = 300;
    private static final int STEP_MILLIS = 100;

    private DeviceInput() {}

    static void write(Path folder, int rows) {
        Random random = new Random(8);
        long now = RowFile.START;
        try (RowFile file = new RowFile(folder, "device_readings")) {
            for (int i = 0; i < rows; i++, now += STEP_MILLIS) {
                int device = i % DEVICES;
                // Every fifth hour of its own, a device is silent for one.
                if (device % 10 == 0 && (now / 3_600_000 + device) % 5 == 0) {
                    continue;
                }
                double reading = 20 + device % 7 + random.nextGaussian() * 0.2 + (random.nextInt(2000) == 0 ? 30 : 0);
                String row = "{\"device_id\":\"device-" + device + "\",\"metric\":\"temperature\",\"reading\":"
                        + Math.round(reading * 100) / 100.0 + ",\"reading_time\":\"" + RowFile.utc(now) + "\"}";
                file.add(now, row);
                if (random.nextInt(50) == 0) {
                    file.add(now + 5000, row);
                }
                file.advance(now);
            }
        }
    }
}
