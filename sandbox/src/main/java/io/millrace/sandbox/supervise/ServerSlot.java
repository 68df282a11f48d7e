package io.millrace.sandbox.supervise;

import io.millrace.sandbox.server.LogTail;
import io.millrace.sandbox.server.Ports;
import io.millrace.sandbox.server.SandboxRequest;
import io.millrace.sandbox.server.Server;
import io.millrace.sandbox.server.Workspace;
import io.millrace.sandbox.state.DataRecord;
import io.millrace.sandbox.state.SandboxException;
import io.millrace.sandbox.state.StateFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** One server of this supervisor: starts it, knows its state, stops it. */
final class ServerSlot {

    private static final Duration START_PATIENCE = Duration.ofMinutes(3);
    private static final Duration STOP_GRACE = Duration.ofSeconds(10);
    private static final long POLL_MILLIS = 50;
    private static final long LARGEST_LOG = 20_000_000;

    /** What a server is doing. */
    enum State {
        STARTING,
        READY,
        FAILED,
        DEAD,
        STOPPED
    }

    private final Server server;
    private final StateFolder folder;
    private final DataRecord record;
    private final Path installation;
    private final Runnable onChange;

    private volatile State state = State.STOPPED;
    private volatile Instant since = Instant.now();
    private volatile String reason = "";
    private volatile GuardedProcess process;
    private volatile Workspace workspace;
    private volatile boolean stopping;

    ServerSlot(Server server, StateFolder folder, DataRecord record, Path installation, Runnable onChange) {
        this.server = server;
        this.folder = folder;
        this.record = record;
        this.installation = installation;
        this.onChange = onChange;
    }

    /**
     * Starts the server unless it runs, and creates in it what the request wants.
     *
     * @return whether it had to be started
     * @throws SandboxException when it does not become ready, or refuses what is wanted
     */
    boolean ensureUp(SandboxRequest request, Consumer<Event> events) throws IOException, InterruptedException {
        boolean start = state != State.READY || !process.isAlive();
        if (start) {
            try {
                start(events);
            } catch (SandboxException | IOException e) {
                change(State.FAILED, e.getMessage());
                throw e;
            }
        }
        for (String remark : server.provision(workspace, request)) {
            events.accept(Event.remark(name(), remark));
        }
        return start;
    }

    /** Asks the server to stop; returns at once. */
    void requestStop() {
        stopping = true;
        GuardedProcess running = process;
        if (running != null) {
            running.requestStop();
        }
    }

    /** Waits until the server that was asked to stop has ended. */
    void awaitStop() throws InterruptedException {
        GuardedProcess running = process;
        if (running != null) {
            running.awaitEnd(STOP_GRACE.plusSeconds(5));
        }
    }

    /** Returns what {@code status} shows. */
    ServerStatus status() {
        return new ServerStatus(
                name(),
                server.product(),
                state.name().toLowerCase(java.util.Locale.ROOT),
                process == null || !process.isAlive() ? null : process.server().pid(),
                state == State.READY ? address() : null,
                since.toString(),
                reason,
                workspace == null
                        ? folder.log(name()).toString()
                        : workspace.log().toString());
    }

    /** Returns the properties for clients; empty unless the server is ready. */
    Map<String, String> properties() throws IOException {
        return state == State.READY ? server.properties(workspace) : Map.of();
    }

    GuardedProcess process() {
        return process;
    }

    State state() {
        return state;
    }

    String address() {
        return "127.0.0.1:" + workspace.port(server.ports().get(0));
    }

    private String name() {
        return server.name().toString();
    }

    private void start(Consumer<Event> events) throws IOException, InterruptedException {
        long begun = System.nanoTime();
        change(State.STARTING, "");
        rollLog(folder.log(name()));
        choosePorts();
        Preparation.ensure(server, workspace, () -> events.accept(Event.progress(name(), "making its data folder")));
        events.accept(Event.progress(name(), "starting " + server.product()));
        if (!launch()) {
            events.accept(Event.progress(name(), "its port was taken meanwhile, trying another"));
            choosePorts();
            if (!launch()) {
                throw failure("two ports were taken one after the other", Long.MAX_VALUE);
            }
        }
        change(State.READY, "");
        events.accept(
                Event.progress(name(), "ready on %s (%.1f s)".formatted(address(), (System.nanoTime() - begun) / 1e9)));
    }

    private void choosePorts() throws IOException {
        workspace = new Workspace(
                server.name(), folder, installation, record, Ports.choose(record, server.name(), server.ports()));
    }

    /** Returns false when the server ended because another process has one of its ports. */
    private boolean launch() throws IOException, InterruptedException {
        long mark = LogTail.mark(workspace.log());
        if (stopping) {
            throw failure("the sandbox is being stopped", Long.MAX_VALUE);
        }
        GuardedProcess started =
                GuardedProcess.start(server.command(workspace), workspace.log(), workspace.home(), STOP_GRACE);
        process = started;
        onChange.run();
        long deadline = System.nanoTime() + START_PATIENCE.toNanos();
        while (started.isAlive() && !stopping && System.nanoTime() < deadline) {
            if (server.isReady(workspace) && started.isAlive()) {
                CompletableFuture<Void> unused = started.onExit().thenAccept(this::ended);
                return true;
            }
            Thread.sleep(POLL_MILLIS);
        }
        boolean died = !started.isAlive();
        started.requestStop();
        started.awaitEnd(STOP_GRACE.plusSeconds(5));
        if (died && !stopping && Ports.anyTaken(workspace.ports().values())) {
            return false;
        }
        throw stopping
                ? failure("the sandbox is being stopped", Long.MAX_VALUE)
                : failure(died ? "it ended" : "it did not answer in " + START_PATIENCE.toSeconds() + " s", mark);
    }

    private void ended(GuardedProcess which) {
        if (which == process && !stopping) {
            change(State.DEAD, LogTail.reason(workspace.log(), 0).orElse("it ended by itself"));
        }
    }

    private void change(State next, String why) {
        state = next;
        reason = why == null ? "" : why;
        since = Instant.now();
        onChange.run();
    }

    private SandboxException failure(String what, long mark) {
        String why = mark == Long.MAX_VALUE
                ? ""
                : LogTail.reason(workspace.log(), mark).map(line -> ": " + line).orElse("");
        return SandboxException.unreachable(
                name() + " did not start, " + what + why + ". Its log is " + workspace.log());
    }

    private static void rollLog(Path log) throws IOException {
        if (Files.exists(log) && Files.size(log) > LARGEST_LOG) {
            Files.move(log, log.resolveSibling(log.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
