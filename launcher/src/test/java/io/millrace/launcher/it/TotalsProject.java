package io.millrace.launcher.it;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.stream.Stream;

/** A copy of a project with one pipeline: number and sum of the entries of each account, from Kafka into PostgreSQL. */
final class TotalsProject {

    static final String PIPELINE = "totals";

    private static final Path ORIGINAL = Path.of("src/test/resources/totals");
    private static final String SINK = "sql/sink/totals.sql";

    private final Path root;
    private int factor = 2;

    TotalsProject(Path root) throws IOException {
        this.root = root;
        try (Stream<Path> files = Files.walk(ORIGINAL)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path target = root.resolve(ORIGINAL.relativize(file).toString());
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
            }
        }
    }

    Path root() {
        return root;
    }

    /** What the column {@code scaled} multiplies the number of entries by. */
    int factor() {
        return factor;
    }

    /** Changes the pipeline in a way that its state does not notice. */
    void scaleFurther() {
        editSink("* " + factor + " AS scaled", "* " + (factor + 1) + " AS scaled");
        factor++;
    }

    /** Replaces a part of the sink's file, which must be there. */
    void editSink(String part, String other) {
        edit(SINK, part, other);
    }

    /** Replaces a part of a file, which must be there. */
    void edit(String file, String part, String other) {
        String text = read(file);
        if (!text.contains(part)) {
            throw new IllegalStateException(file + " does not contain " + part);
        }
        write(file, text.replace(part, other));
    }

    /** A second pipeline, which does the same for a table of its own. */
    void addTwin(String name) {
        write("sql/sink/" + name + ".sql", read(SINK).replace("totals", name));
        write(
                "pipelines/data/" + name + ".yaml",
                read("pipelines/data/totals.yaml").replace("totals", name));
    }

    /** What the sandbox's running servers define. */
    Properties servers() {
        Properties servers = new Properties();
        try (Reader reader = Files.newBufferedReader(root.resolve(".millrace/sandbox/sandbox.properties"))) {
            servers.load(reader);
            return servers;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String read(String file) {
        try {
            return Files.readString(root.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(String file, String text) {
        try {
            Files.writeString(root.resolve(file), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
