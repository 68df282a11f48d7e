package io.millrace.sandbox.server;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** Makes an unpacked program smaller where the machine has the tool for it. */
final class DebugSymbols {

    private DebugSymbols() {}

    /** Removes debug symbols from a program; leaves it as it is when {@code strip} is absent or fails. */
    static void strip(Path program) throws InterruptedException {
        try {
            Process process = new ProcessBuilder("strip", program.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            process.waitFor(1, TimeUnit.MINUTES);
        } catch (IOException e) {
            // Without strip the program is larger and works the same.
        }
    }
}
