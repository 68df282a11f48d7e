package io.millrace.sandbox.state;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** The layout of a project's {@code .millrace/sandbox} folder; {@code root} is absolute. */
public record StateFolder(Path root) {

    public StateFolder {
        root = root.toAbsolutePath().normalize();
    }

    /** Returns the file that tells clients how to reach the servers; absent when no sandbox is up. */
    public Path sandboxProperties() {
        return root.resolve("sandbox.properties");
    }

    /** Returns the file that tells how to reach the supervisor; absent when none runs. */
    public Path supervisorProperties() {
        return root.resolve("supervisor.properties");
    }

    /** Returns the file that a command holds locked while it changes this folder. */
    public Path lock() {
        return root.resolve("lock");
    }

    /** Returns the file that a supervisor holds locked for its whole life. */
    public Path supervisorLock() {
        return root.resolve("supervisor.lock");
    }

    /** Returns the folder that {@code down --wipe} deletes. */
    public Path data() {
        return root.resolve("data");
    }

    /** Returns the folder of one server's data. */
    public Path data(String server) {
        return data().resolve(server);
    }

    /** Returns the folder of all logs. */
    public Path logs() {
        return root.resolve("logs");
    }

    /** Returns the log of one server, or of the supervisor. */
    public Path log(String server) {
        return logs().resolve(server + ".log");
    }

    /**
     * Creates the folders that are missing, readable by the owner only.
     *
     * @throws SandboxException when a folder cannot be created
     */
    public void create() {
        try {
            Files.createDirectories(root.getParent());
            for (Path folder : new Path[] {root, data(), logs()}) {
                if (!Files.isDirectory(folder)) {
                    Files.createDirectory(
                            folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
                }
            }
        } catch (IOException e) {
            throw SandboxException.unreachable(
                    "cannot create the folder " + root + " (" + e + "): make its parent writable", e);
        }
    }
}
