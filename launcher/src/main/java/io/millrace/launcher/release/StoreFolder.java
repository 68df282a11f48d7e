package io.millrace.launcher.release;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.flink.core.fs.FSDataInputStream;
import org.apache.flink.core.fs.FSDataOutputStream;
import org.apache.flink.core.fs.FileStatus;
import org.apache.flink.core.fs.FileSystem;
import org.apache.flink.core.fs.FileSystem.WriteMode;
import org.apache.flink.core.fs.Path;
import org.apache.flink.core.fs.local.LocalFileSystem;

/** A folder on any file system of Flink, whose files are written whole or not at all. */
final class StoreFolder {

    private final Path path;

    StoreFolder(Path path) {
        this.path = path;
    }

    StoreFolder folder(String name) {
        return new StoreFolder(new Path(path, name));
    }

    Path path() {
        return path;
    }

    /** The names of its files and folders; none where it does not exist. */
    List<String> names() throws IOException {
        try {
            FileStatus[] found = path.getFileSystem().listStatus(path);
            return found == null
                    ? List.of()
                    : Arrays.stream(found)
                            .map(file -> file.getPath().getName())
                            .sorted()
                            .toList();
        } catch (FileNotFoundException e) {
            return List.of();
        }
    }

    /** In bytes; -1 where it does not exist. */
    long size(String name) throws IOException {
        try {
            return path.getFileSystem().getFileStatus(new Path(path, name)).getLen();
        } catch (FileNotFoundException e) {
            return -1;
        }
    }

    Optional<byte[]> read(String name) throws IOException {
        try (FSDataInputStream in = path.getFileSystem().open(new Path(path, name))) {
            return Optional.of(in.readAllBytes());
        } catch (FileNotFoundException e) {
            return Optional.empty();
        }
    }

    /**
     * Writes a file that does not exist; false, with nothing written, where it does. Of several who try at once one
     * succeeds, on local file systems and where Flink's file system creates files exclusively, as HDFS does.
     */
    boolean create(String name, byte[] content) throws IOException {
        FileSystem files = path.getFileSystem();
        Path target = new Path(path, name);
        files.mkdirs(path);
        if (files.exists(target)) {
            return false;
        }
        if (files instanceof LocalFileSystem) {
            return link(name, content);
        }
        try {
            write(target, WriteMode.NO_OVERWRITE, content);
            return true;
        } catch (IOException e) {
            // Flink's file systems have no exception of their own for a file that someone else has just created.
            if (files.exists(target)) {
                return false;
            }
            throw e;
        }
    }

    /** Writes a file, over one that exists; at no time is there none. */
    void replace(String name, byte[] content) throws IOException {
        Path target = new Path(path, name);
        if (path.getFileSystem() instanceof LocalFileSystem) {
            // Flink's own rename removes the old file first.
            Files.move(local(draft(content)), local(target), StandardCopyOption.ATOMIC_MOVE);
        } else {
            // Others do not rename over a file.
            write(target, WriteMode.OVERWRITE, content);
        }
    }

    void delete(String name) throws IOException {
        path.getFileSystem().delete(new Path(path, name), false);
    }

    private Path draft(byte[] content) throws IOException {
        FileSystem files = path.getFileSystem();
        Path draft = new Path(path, "." + UUID.randomUUID());
        try {
            write(draft, WriteMode.NO_OVERWRITE, content);
        } catch (IOException e) {
            files.delete(draft, false);
            throw e;
        }
        return draft;
    }

    private static void write(Path file, WriteMode mode, byte[] content) throws IOException {
        try (FSDataOutputStream out = file.getFileSystem().create(file, mode)) {
            out.write(content);
        }
    }

    /** A second name for a complete file is given at once or not at all. */
    private boolean link(String name, byte[] content) throws IOException {
        Path draft = draft(content);
        java.nio.file.Path written = local(draft);
        try {
            Files.createLink(local(new Path(path, name)), written);
            return true;
        } catch (FileAlreadyExistsException e) {
            return false;
        } finally {
            Files.delete(written);
        }
    }

    private static java.nio.file.Path local(Path path) {
        return java.nio.file.Path.of(path.getPath());
    }
}
