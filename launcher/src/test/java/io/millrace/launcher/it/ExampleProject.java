package io.millrace.launcher.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Copies of the example catalog, so that tests leave the source tree alone. */
public final class ExampleProject {

    private static final List<String> PARTS = List.of(
            "millrace.yaml",
            "pipelines",
            "sql",
            "udf/target/millrace-udf.jar",
            "connectors/target/millrace-connectors.jar");

    private static final List<String> PARTS_OF_SANDBOX = List.of(".sql", ".json");

    private ExampleProject() {}

    public static Path copyTo(Path folder) {
        for (String part : PARTS) {
            copy(PackagedCli.REPOSITORY.resolve(part), folder.resolve(part));
        }
        // The sandbox's own sources stand beside the files that the project gives it.
        PARTS_OF_SANDBOX.forEach(kind -> copyFiles("sandbox", kind, folder));
        return folder;
    }

    private static void copyFiles(String part, String ending, Path folder) {
        try (Stream<Path> files = Files.list(PackagedCli.REPOSITORY.resolve(part))) {
            for (Path file :
                    files.filter(file -> file.toString().endsWith(ending)).toList()) {
                copy(file, folder.resolve(part).resolve(file.getFileName().toString()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void copy(Path from, Path to) {
        try (Stream<Path> tree = Files.walk(from)) {
            for (Path path : tree.filter(Files::isRegularFile).toList()) {
                Path target = to.resolve(from.relativize(path).toString());
                Files.createDirectories(target.getParent());
                Files.copy(path, target);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
