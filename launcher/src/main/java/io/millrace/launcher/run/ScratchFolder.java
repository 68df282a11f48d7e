package io.millrace.launcher.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A temporary folder that only this user can read, for files that may hold resolved options. It goes when it is
 * closed; what a killed process left behind goes when the next one starts.
 */
public final class ScratchFolder implements AutoCloseable {

    private static final String PREFIX = "millrace-flink-";
    private static final Pattern NAME = Pattern.compile(PREFIX + "(\\d{1,18})-.*");

    private final Path path;

    private ScratchFolder(Path path) {
        this.path = path;
    }

    /** A new folder of this process; those that ended processes left behind are deleted. */
    public static ScratchFolder create() {
        try {
            Path path =
                    Files.createTempDirectory(PREFIX + ProcessHandle.current().pid() + "-");
            leftBehind(path.getParent()).forEach(ScratchFolder::tryDelete);
            return new ScratchFolder(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Path path() {
        return path;
    }

    @Override
    public void close() {
        tryDelete(path);
    }

    private static List<Path> leftBehind(Path parent) throws IOException {
        try (Stream<Path> entries = Files.list(parent)) {
            return entries.filter(ScratchFolder::isLeftBehind).toList();
        }
    }

    private static boolean isLeftBehind(Path folder) {
        Matcher name = NAME.matcher(folder.getFileName().toString());
        return name.matches() && ProcessHandle.of(Long.parseLong(name.group(1))).isEmpty();
    }

    /** A file that cannot be deleted, as one of another user, is no reason to fail. */
    private static void tryDelete(Path folder) {
        try {
            Checkpoints.delete(folder);
        } catch (UncheckedIOException kept) {
            // The next start tries again.
        }
    }
}
