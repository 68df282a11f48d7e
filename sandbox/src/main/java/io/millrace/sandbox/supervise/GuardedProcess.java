package io.millrace.sandbox.supervise;

import io.millrace.sandbox.server.ServerCommand;
import io.millrace.sandbox.state.ProcessIdentity;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A server under a small shell process that ends it when this process dies, however it dies: the shell waits for the
 * end of a pipe whose other end only this process holds.
 */
final class GuardedProcess {

    private final Process guard;
    private final ProcessIdentity server;

    private GuardedProcess(Process guard, ProcessIdentity server) {
        this.guard = guard;
        this.server = server;
    }

    /**
     * Starts a server.
     *
     * @param log the file that its output is appended to
     * @param grace how long it may take to stop before it is killed
     */
    static GuardedProcess start(ServerCommand server, Path log, Path workingFolder, Duration grace) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                "sh", "-c", script(), "millrace-guard", server.stopSignal(), Long.toString(grace.toMillis() / 100)));
        command.add(log.toString());
        command.addAll(server.command());
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(workingFolder.toFile())
                .redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(server.environment());
        Process guard = builder.start();
        BufferedReader output =
                new BufferedReader(new InputStreamReader(guard.getInputStream(), StandardCharsets.US_ASCII));
        String pid = output.readLine();
        if (pid == null) {
            throw new IOException("the guard of " + server.command().get(0) + " ended at once");
        }
        long number = Long.parseLong(pid);
        return new GuardedProcess(guard, ProcessIdentity.of(number).orElse(new ProcessIdentity(number, null)));
    }

    /** Returns the server's own process. */
    ProcessIdentity server() {
        return server;
    }

    /** Tells whether the server runs. */
    boolean isAlive() {
        return guard.isAlive();
    }

    /** Returns what completes when the server has ended. */
    CompletableFuture<GuardedProcess> onExit() {
        return guard.onExit().thenApply(ended -> {
            // Only if somebody killed the guard itself is there a server left.
            server.find().ifPresent(ProcessHandle::destroyForcibly);
            return this;
        });
    }

    /** Asks the guard to end the server; returns at once. */
    void requestStop() {
        try {
            guard.getOutputStream().close();
        } catch (IOException e) {
            // A pipe that cannot be closed has lost its reader: the guard has ended already.
        }
    }

    /** Waits for the end that was asked for. */
    void awaitEnd(Duration patience) throws InterruptedException {
        try {
            onExit().get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            server.find().ifPresent(ProcessHandle::destroyForcibly);
            guard.destroyForcibly();
        } catch (java.util.concurrent.ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String script() throws IOException {
        try (InputStream in = GuardedProcess.class.getResourceAsStream("guard.sh")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
