package io.millrace.sandbox.maxcompute;

import java.io.IOException;
import java.nio.file.Path;

/** Runs the server in a process of its own until a signal ends it. */
public final class MaxComputeMain {

    /** The variable of the environment that holds the access key. */
    public static final String KEY_VARIABLE = "MILLRACE_MAXCOMPUTE_KEY";

    private MaxComputeMain() {}

    /** Starts the server; the arguments are the port, the data folder, the project and the access id. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        String key = System.getenv(KEY_VARIABLE);
        if (arguments.length != 4 || key == null) {
            throw new IllegalArgumentException(
                    "expected: port, data folder, project and access id, and the key in " + KEY_VARIABLE);
        }
        MaxComputeServer server = MaxComputeServer.start(
                Integer.parseInt(arguments[0]),
                Path.of(arguments[1]),
                new MaxComputeServer.Account(arguments[2], arguments[3], key));
        System.out.println("MaxCompute's stand-in listens on port " + server.port());
        Thread.currentThread().join();
    }
}
