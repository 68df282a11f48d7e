package io.millrace.benchmarks.input;

import java.nio.file.Path;

/** Writes the input of all pipelines. Arguments: a folder, and how many rows a pipeline's main table has at least. */
public final class InputFiles {

    private InputFiles() {}

    public static void main(String[] arguments) {
        Path folder = Path.of(arguments[0]);
        int rows = Integer.parseInt(arguments[1]);
        OrderInput.write(folder, rows);
        ServiceLogInput.write(folder, rows);
        PageEventInput.write(folder, rows);
        PaymentInput.write(folder, rows);
        FollowedInput.writeClicks(folder, rows);
        FollowedInput.writePushes(folder, rows);
        FollowedInput.writeWarehouse(folder, rows);
        DeviceInput.write(folder, rows);
        ProductInput.write(folder, rows);
    }
}
