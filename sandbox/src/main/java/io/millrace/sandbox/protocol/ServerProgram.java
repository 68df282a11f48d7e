package io.millrace.sandbox.protocol;

import java.io.IOException;
import java.util.Map;

/** Runs one protocol server as a process of its own, until a signal ends it. */
public final class ServerProgram {

    private ServerProgram() {}

    /** Makes the server of a process. */
    @FunctionalInterface
    public interface Starter {

        /** Starts a server on a port; its secrets come from the environment, where no process list shows them. */
        ProtocolServer start(int port, String id, Map<String, String> environment) throws IOException;
    }

    /**
     * Starts a server and stays.
     *
     * @param arguments the port, and the id that the server's status shall show
     */
    public static void run(String[] arguments, Starter starter) throws IOException, InterruptedException {
        try (ProtocolServer server = starter.start(Integer.parseInt(arguments[0]), arguments[1], System.getenv())) {
            System.out.println("listening on " + server.url());
            Thread.currentThread().join();
        }
    }
}
