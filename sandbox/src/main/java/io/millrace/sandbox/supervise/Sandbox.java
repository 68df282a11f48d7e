package io.millrace.sandbox.supervise;

import io.millrace.sandbox.artifact.FileTrees;
import io.millrace.sandbox.server.JavaProgram;
import io.millrace.sandbox.server.LogTail;
import io.millrace.sandbox.server.SandboxRequest;
import io.millrace.sandbox.server.ServerName;
import io.millrace.sandbox.state.ProcessIdentity;
import io.millrace.sandbox.state.SandboxException;
import io.millrace.sandbox.state.StateFolder;
import io.millrace.sandbox.state.SupervisorRecord;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** A sandbox as its commands see it: finds the supervisor, starts one, stops it, and clears up after one that died. */
public final class Sandbox {

    private static final Duration START_PATIENCE = Duration.ofSeconds(60);
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(40);
    private static final Duration LEFTOVER_PATIENCE = Duration.ofSeconds(15);
    private static final long POLL_MILLIS = 50;

    private final StateFolder folder;
    private final List<String> supervisorCommand;

    /**
     * Describes the sandbox of a folder.
     *
     * @param mainClass the main class, on this process's class path, that runs a supervisor
     * @param arguments its arguments
     */
    public Sandbox(StateFolder folder, String mainClass, List<String> arguments) {
        this.folder = folder;
        this.supervisorCommand = JavaProgram.command(
                List.of("-Xmx128m", "-Xss512k"), absolute(System.getProperty("java.class.path")), mainClass, arguments);
    }

    /** Returns the supervisor that runs now. */
    public Optional<SupervisorRecord> running() {
        return SupervisorRecord.read(folder).filter(record -> record.process().isAlive());
    }

    /** Tells whether a server runs now. */
    public boolean runs(ServerName server) {
        return running()
                .map(record -> record.servers().get(server.toString()))
                .filter(ProcessIdentity::isAlive)
                .isPresent();
    }

    /** Brings servers up; starts a supervisor when none runs. */
    public void up(SandboxRequest request, Consumer<Event> events) throws IOException, InterruptedException {
        SupervisorRecord supervisor = answering().orElse(null);
        if (supervisor == null) {
            clearLeftovers();
            supervisor = startSupervisor();
        }
        try {
            new ControlClient(supervisor).up(request, events);
        } catch (IOException e) {
            throw silent(supervisor, e);
        }
    }

    /** Returns the state of every server; empty when no supervisor runs. */
    public Optional<List<ServerStatus>> status() throws InterruptedException {
        Optional<SupervisorRecord> supervisor = answering();
        try {
            return supervisor.isEmpty() ? Optional.empty() : Optional.of(new ControlClient(supervisor.get()).status());
        } catch (IOException e) {
            throw silent(supervisor.get(), e);
        }
    }

    /** Returns the supervisor that runs and answers; waits for the end of one that is just ending. */
    private Optional<SupervisorRecord> answering() throws InterruptedException {
        Optional<SupervisorRecord> found = running();
        if (found.isEmpty()) {
            return found;
        }
        try {
            new ControlClient(found.get()).status();
            return found;
        } catch (IOException e) {
            if (awaitEnd(found.get().process(), LEFTOVER_PATIENCE)) {
                return Optional.empty();
            }
            throw silent(found.get(), e);
        }
    }

    private SandboxException silent(SupervisorRecord supervisor, IOException e) {
        return SandboxException.unreachable(
                "the supervisor (process " + supervisor.process().pid() + ") ended or does not answer: run"
                        + " `sandbox down`, then the command again. Its log is " + folder.log("supervisor"),
                e);
    }

    /**
     * Stops the servers and the supervisor, and waits until they have ended.
     *
     * @return whether something was running
     */
    public boolean down() throws IOException, InterruptedException {
        Optional<SupervisorRecord> found = running();
        if (found.isPresent()) {
            stop(found.get());
        }
        boolean leftovers = clearLeftovers();
        return found.isPresent() || leftovers;
    }

    /** Deletes what the servers keep; the sandbox must be down. */
    public void wipe() throws IOException {
        FileTrees.delete(folder.data());
    }

    private static void stop(SupervisorRecord supervisor) throws InterruptedException {
        ProcessIdentity process = supervisor.process();
        Duration patience = STOP_PATIENCE;
        try {
            new ControlClient(supervisor).down();
        } catch (IOException | SandboxException e) {
            // It does not listen: the signal does the same, if it can take signals at all.
            process.find().ifPresent(ProcessHandle::destroy);
            patience = LEFTOVER_PATIENCE;
        }
        if (!awaitEnd(process, patience)) {
            // Its guards then stop the servers.
            process.find().ifPresent(ProcessHandle::destroyForcibly);
            awaitEnd(process, STOP_PATIENCE);
        }
    }

    /**
     * Waits for the servers of a supervisor that died, kills those that stay, and deletes what it wrote.
     *
     * @return whether there was something to clear
     */
    private boolean clearLeftovers() throws IOException, InterruptedException {
        boolean any = false;
        for (ProcessIdentity server : SupervisorRecord.read(folder)
                .map(record -> List.copyOf(record.servers().values()))
                .orElse(List.of())) {
            any |= server.isAlive();
            if (!awaitEnd(server, LEFTOVER_PATIENCE)) {
                server.find().ifPresent(ProcessHandle::destroyForcibly);
                awaitEnd(server, LEFTOVER_PATIENCE);
            }
        }
        any |= Files.deleteIfExists(folder.sandboxProperties());
        any |= Files.deleteIfExists(folder.supervisorProperties());
        return any;
    }

    /** Polls, because the JDK's own notice never comes for a dead process that nobody collects. */
    private static boolean awaitEnd(ProcessIdentity process, Duration patience) throws InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        while (process.isAlive()) {
            if (System.nanoTime() >= deadline) {
                return false;
            }
            Thread.sleep(POLL_MILLIS);
        }
        return true;
    }

    private SupervisorRecord startSupervisor() throws IOException, InterruptedException {
        Path log = folder.log("supervisor");
        long mark = LogTail.mark(log);
        // A session of its own, so that the terminal's Ctrl-C and hang-up do not reach it.
        List<String> command = new ArrayList<>(List.of("setsid"));
        command.addAll(supervisorCommand);
        Process process = new ProcessBuilder(command)
                .directory(folder.root().toFile())
                .redirectInput(new File("/dev/null"))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        long deadline = System.nanoTime() + START_PATIENCE.toNanos();
        while (process.isAlive() && System.nanoTime() < deadline) {
            Optional<SupervisorRecord> record = running();
            if (record.isPresent()) {
                return record.get();
            }
            Thread.sleep(POLL_MILLIS);
        }
        process.destroyForcibly();
        throw SandboxException.unreachable("the supervisor did not start: "
                + LogTail.reason(log, mark).orElse("it says nothing") + ". Its log is " + log);
    }

    /** The supervisor works in another folder than this process, so that relative paths would lead astray. */
    private static String absolute(String classPath) {
        List<String> entries = new ArrayList<>();
        for (String entry : classPath.split(File.pathSeparator, -1)) {
            entries.add(Path.of(entry).toAbsolutePath().toString());
        }
        return String.join(File.pathSeparator, entries);
    }
}
