package io.millrace.sandbox.state;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * One process, told apart from a later one with the same pid by the instant at which it started.
 *
 * @param start null when the operating system did not tell; such a process is never found again
 */
public record ProcessIdentity(long pid, Instant start) {

    // The kernel derives a start instant from the wall clock, so it may move by a little between two readings.
    private static final Duration TOLERANCE = Duration.ofSeconds(2);

    /** Describes a process that is known to run now. */
    public static ProcessIdentity of(ProcessHandle handle) {
        return new ProcessIdentity(handle.pid(), handle.info().startInstant().orElse(null));
    }

    /** Describes the process that has a pid now; empty when none has. */
    public static Optional<ProcessIdentity> of(long pid) {
        return ProcessHandle.of(pid).map(ProcessIdentity::of);
    }

    /** Returns the process if it still runs; empty when its pid is free or belongs to another process. */
    public Optional<ProcessHandle> find() {
        if (start == null) {
            return Optional.empty();
        }
        return ProcessHandle.of(pid)
                .filter(handle -> handle.isAlive() && !isZombie(pid))
                .filter(handle -> startedAt(handle.info().startInstant().orElse(Instant.MIN)));
    }

    private boolean startedAt(Instant instant) {
        return !instant.isBefore(start.minus(TOLERANCE)) && !instant.isAfter(start.plus(TOLERANCE));
    }

    /** A container's first process may never collect the dead, and the JDK counts them as alive. */
    private static boolean isZombie(long pid) {
        try {
            String stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"), StandardCharsets.ISO_8859_1);
            return stat.startsWith(") Z", stat.lastIndexOf(')'));
        } catch (IOException e) {
            return false;
        }
    }

    /** Tells whether the process still runs. */
    public boolean isAlive() {
        return find().isPresent();
    }
}
