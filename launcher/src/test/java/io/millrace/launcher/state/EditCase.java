package io.millrace.launcher.state;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** One edit of a pipeline: a folder with before.sql, after.sql and what is expected of its state. */
record EditCase(Path folder) {

    private static final Path ALL = Path.of("src/test/resources/state");

    static List<EditCase> all() {
        try (Stream<Path> folders = Files.list(ALL)) {
            return folders.filter(Files::isDirectory)
                    .sorted()
                    .map(EditCase::new)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String name() {
        return folder.getFileName().toString();
    }

    String before() {
        return read(folder.resolve("before.sql"));
    }

    String after() {
        return read(folder.resolve("after.sql"));
    }

    String expected() {
        return read(folder.resolve("expected.txt"));
    }

    /** Tables that every case may read; a case that declares one itself has its own. */
    static String sharedTables() {
        return read(ALL.resolve("tables.sql"));
    }

    @Override
    public String toString() {
        return name();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
