package io.millrace.sandbox.state;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;

/** Locks on files that the operating system gives back when their holder dies, however it dies. */
public final class FileLocks {

    private static final Duration POLL = Duration.ofMillis(100);

    private FileLocks() {}

    /**
     * Runs an action while a file is locked.
     *
     * @param wait how long to wait for another holder
     * @param onWait runs once when another process holds the lock
     * @throws SandboxException of kind LOCKED when the other holder keeps it for longer
     */
    public static <T> T holding(Path file, Duration wait, Runnable onWait, Callable<T> action) throws Exception {
        FileLock lock = await(file, wait, onWait);
        try {
            return action.call();
        } finally {
            lock.acquiredBy().close();
        }
    }

    /** Locks a file for the life of this process; empty when another process holds it. */
    public static Optional<FileLock> tryLock(Path file) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = null;
        try {
            lock = channel.tryLock();
        } catch (OverlappingFileLockException e) {
            // Another thread of this process holds it, which is the same to the caller.
        } finally {
            if (lock == null) {
                channel.close();
            }
        }
        return Optional.ofNullable(lock);
    }

    private static FileLock await(Path file, Duration wait, Runnable onWait) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + wait.toNanos();
        boolean told = false;
        while (true) {
            Optional<FileLock> lock = tryLock(file);
            if (lock.isPresent()) {
                return lock.get();
            }
            if (System.nanoTime() >= deadline) {
                throw SandboxException.locked("another process holds " + file + ": wait until it has finished");
            }
            if (!told) {
                onWait.run();
                told = true;
            }
            Thread.sleep(POLL.toMillis());
        }
    }
}
