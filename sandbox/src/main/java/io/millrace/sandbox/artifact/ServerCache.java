package io.millrace.sandbox.artifact;

import io.millrace.sandbox.state.FileLocks;
import io.millrace.sandbox.state.SandboxException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Map;

/** The user's folder of unpacked servers, shared by all projects; a server in it is always whole. */
public final class ServerCache {

    private static final Duration PATIENCE = Duration.ofMinutes(30);

    private final Path servers;

    /**
     * Describes the cache below a folder; nothing is created yet.
     *
     * @param home the user cache, see {@link #home(Map)}
     */
    public ServerCache(Path home) {
        this.servers = home.resolve("servers").toAbsolutePath().normalize();
    }

    /** Returns the user cache: {@code MILLRACE_HOME}, or {@code ~/.millrace}. */
    public static Path home(Map<String, String> environment) {
        String home = environment.getOrDefault("MILLRACE_HOME", "");
        if (!home.isBlank()) {
            return Path.of(home);
        }
        // HOME before the account's own folder, as shells and the start script have it.
        String folder = environment.getOrDefault("HOME", "");
        return Path.of(folder.isBlank() ? System.getProperty("user.home") : folder, ".millrace");
    }

    /** Fills an empty folder with a server. */
    @FunctionalInterface
    public interface Unpacker {
        /** Unpacks into an existing, empty folder. */
        void unpack(Path folder) throws IOException, InterruptedException;
    }

    /** Returns the folder of a server, whether it is there or not. */
    public Path folder(String name) {
        return servers.resolve(name);
    }

    /** Tells whether a server is unpacked. */
    public boolean has(String name) {
        return Files.isDirectory(folder(name));
    }

    /**
     * Unpacks a server unless it is there, safe against other processes that want the same.
     *
     * @param name name and version, the name of its folder
     * @throws SandboxException when it cannot be unpacked; nothing half-done stays visible
     */
    public void install(String name, Unpacker unpacker) {
        if (has(name)) {
            return;
        }
        try {
            Files.createDirectories(servers);
            FileLocks.holding(servers.resolve("." + name + ".lock"), PATIENCE, () -> {}, () -> {
                if (!has(name)) {
                    unpack(name, unpacker);
                }
                return null;
            });
        } catch (SandboxException e) {
            throw e;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw SandboxException.unreachable("interrupted while unpacking " + name, e);
        } catch (Exception e) {
            throw failure(name, e);
        }
    }

    private void unpack(String name, Unpacker unpacker) throws IOException, InterruptedException {
        Path temporary = servers.resolve("." + name + ".tmp");
        FileTrees.delete(temporary);
        Files.createDirectories(temporary);
        try {
            unpacker.unpack(temporary);
            Files.move(temporary, folder(name), StandardCopyOption.ATOMIC_MOVE);
        } finally {
            FileTrees.delete(temporary);
        }
    }

    private SandboxException failure(String name, Exception e) {
        if (DiskSpace.isExhausted(e)) {
            return SandboxException.unreachable(
                    "no space left to unpack " + name + " in " + servers
                            + ": free 500 MB there, or set MILLRACE_HOME to another disk, and run the command again",
                    e);
        }
        return SandboxException.unreachable(
                "cannot unpack " + name + " in " + servers + " (" + e + "): mend that and run the command again", e);
    }
}
