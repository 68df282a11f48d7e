package io.millrace.sandbox.state;

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
        return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).filter(handle -> handle.info()
                .startInstant()
                .filter(now -> Duration.between(start, now).abs().compareTo(TOLERANCE) <= 0)
                .isPresent());
    }

    /** Tells whether the process still runs. */
    public boolean isAlive() {
        return find().isPresent();
    }
}
