package io.millrace.sandbox.supervise;

import io.millrace.sandbox.artifact.ServerCache;
import io.millrace.sandbox.server.Flavour;
import io.millrace.sandbox.server.SandboxRequest;
import io.millrace.sandbox.server.Server;
import io.millrace.sandbox.server.ServerName;
import io.millrace.sandbox.server.Servers;
import io.millrace.sandbox.state.DataRecord;
import io.millrace.sandbox.state.FileLocks;
import io.millrace.sandbox.state.ProcessIdentity;
import io.millrace.sandbox.state.PropertiesFile;
import io.millrace.sandbox.state.RandomText;
import io.millrace.sandbox.state.SandboxException;
import io.millrace.sandbox.state.StateFolder;
import io.millrace.sandbox.state.SupervisorRecord;
import java.io.IOException;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * The process that owns a sandbox's servers: starts them on request, watches them, and takes them with it when it ends.
 */
public final class Supervisor {

    private static final System.Logger LOG = System.getLogger(Supervisor.class.getName());
    private static final long WATCH_SECONDS = 2;

    private final StateFolder folder;
    private final ServerCache cache;
    private final DataRecord record;
    private final String token = RandomText.ofLength(32);
    private final Map<ServerName, ServerSlot> slots = new EnumMap<>(ServerName.class);
    private final Map<ServerName, String> products = new EnumMap<>(ServerName.class);
    private final CountDownLatch stop = new CountDownLatch(1);
    private int port;

    private Supervisor(StateFolder folder, ServerCache cache) throws IOException {
        this.folder = folder;
        this.cache = cache;
        this.record = DataRecord.open(folder);
    }

    /**
     * Supervises a sandbox until it is told to stop, is ended by a signal, or finds its state folder gone.
     *
     * @throws SandboxException of kind LOCKED when another supervisor has the folder
     */
    public static void run(StateFolder folder, ServerCache cache) throws IOException, InterruptedException {
        FileLock lock = FileLocks.tryLock(folder.supervisorLock())
                .orElseThrow(() -> SandboxException.locked("another supervisor has " + folder.root()));
        try {
            Supervisor supervisor = new Supervisor(folder, cache);
            supervisor.supervise();
        } finally {
            lock.acquiredBy().close();
        }
    }

    private void supervise() throws IOException, InterruptedException {
        try (ControlServer control = ControlServer.start(this, token)) {
            port = control.port();
            writeRecord();
            Thread hook = new Thread(this::stopServers, "stop");
            Runtime.getRuntime().addShutdownHook(hook);
            while (!stop.await(WATCH_SECONDS, TimeUnit.SECONDS) && ownsFolder()) {
                // Both conditions are the whole work of this thread.
            }
            stopServers();
        }
    }

    /** Starts what a request wants and is not up, all at once but after what each needs; reports as it goes on. */
    void up(SandboxRequest request, EventSink events) throws InterruptedException {
        List<String> started = java.util.Collections.synchronizedList(new ArrayList<>());
        Map<ServerName, Thread> threads = new EnumMap<>(ServerName.class);
        // In the order of their declaration, which puts a server after those that it needs.
        for (ServerName name : new TreeSet<>(request.servers())) {
            List<Thread> before = name.needs().stream()
                    .map(threads::get)
                    .filter(Objects::nonNull)
                    .toList();
            Thread thread = new Thread(() -> up(name, before, request, events, started), "up-" + name);
            thread.start();
            threads.put(name, thread);
        }
        for (Thread thread : threads.values()) {
            thread.join();
        }
        events.accept(Event.done(addresses(), List.copyOf(started)));
        if (slots().stream().allMatch(slot -> slot.state() != ServerSlot.State.READY)) {
            requestStop();
        }
    }

    private void up(
            ServerName name, List<Thread> before, SandboxRequest request, EventSink events, List<String> started) {
        try {
            for (Thread thread : before) {
                thread.join();
            }
            refuseWithout(name, request);
            if (slot(name, request.flavour()).ensureUp(request, events)) {
                started.add(name.toString());
            }
        } catch (SandboxException e) {
            events.accept(Event.failed(name.toString(), e.getMessage(), e.kind().name()));
        } catch (IOException | InterruptedException | RuntimeException e) {
            LOG.log(System.Logger.Level.ERROR, name + " did not start", e);
            events.accept(Event.failed(
                    name.toString(),
                    name + " did not start (" + e + "). The supervisor's log is " + folder.log("supervisor"),
                    SandboxException.Kind.UNREACHABLE.name()));
        }
    }

    private synchronized void refuseWithout(ServerName name, SandboxRequest request) {
        for (ServerName needed : name.needs()) {
            ServerSlot slot = slots.get(needed);
            if (request.servers().contains(needed) && (slot == null || slot.state() != ServerSlot.State.READY)) {
                throw SandboxException.unreachable(name + " was not started, because it needs " + needed);
            }
        }
    }

    private synchronized ServerSlot slot(ServerName name, Flavour wanted) {
        Server server = Servers.of(name, Preparation.flavour(folder, wanted));
        Preparation.check(folder, server);
        ServerSlot slot = slots.get(name);
        if (slot == null || !server.product().equals(products.get(name))) {
            slot = new ServerSlot(server, folder, record, cache.folder(server.product()), this::writeFiles);
            slots.put(name, slot);
            products.put(name, server.product());
        }
        return slot;
    }

    /** Returns the state of every server that was asked for. */
    List<ServerStatus> status() {
        return slots().stream().map(ServerSlot::status).toList();
    }

    /** Lets the supervisor end; returns at once. */
    void requestStop() {
        stop.countDown();
    }

    private void stopServers() {
        try {
            slots().forEach(ServerSlot::requestStop);
            for (ServerSlot slot : slots()) {
                slot.awaitStop();
            }
            synchronized (this) {
                if (ownsFolder()) {
                    Files.deleteIfExists(folder.sandboxProperties());
                    Files.deleteIfExists(folder.supervisorProperties());
                }
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean ownsFolder() {
        return SupervisorRecord.read(folder)
                .filter(found -> found.token().equals(token))
                .isPresent();
    }

    private synchronized Collection<ServerSlot> slots() {
        return List.copyOf(slots.values());
    }

    private synchronized Map<String, String> addresses() {
        Map<String, String> addresses = new TreeMap<>();
        slots.forEach((name, slot) -> {
            if (slot.state() == ServerSlot.State.READY) {
                addresses.put(name.toString(), slot.address());
            }
        });
        return addresses;
    }

    private synchronized void writeFiles() {
        try {
            if (stop.getCount() > 0 && ownsFolder()) {
                writeRecord();
                writeSandboxProperties();
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private synchronized void writeRecord() throws IOException {
        Map<String, ProcessIdentity> servers = new TreeMap<>();
        slots.forEach((name, slot) -> {
            if (slot.process() != null && slot.process().isAlive()) {
                servers.put(name.toString(), slot.process().server());
            }
        });
        new SupervisorRecord(ProcessIdentity.of(ProcessHandle.current()), port, token, servers).write(folder);
    }

    private void writeSandboxProperties() throws IOException {
        Map<String, String> values = new TreeMap<>();
        for (ServerSlot slot : slots.values()) {
            values.putAll(slot.properties());
        }
        if (values.isEmpty()) {
            Files.deleteIfExists(folder.sandboxProperties());
            return;
        }
        values.put("sandbox.id", record.sandboxId());
        PropertiesFile.write(folder.sandboxProperties(), values);
    }
}
