package io.millrace.catalog.reader;

import io.millrace.catalog.diagnostic.DiagnosticCode;
import io.millrace.catalog.diagnostic.DiagnosticCollector;
import io.millrace.catalog.diagnostic.SourceLocation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Finds the descriptors of a project. */
public final class PipelineFiles {

    private static final String FOLDER = "pipelines";

    private PipelineFiles() {}

    /** Paths of all {@code .yaml} and {@code .yml} files under {@code pipelines/}, in order; tests are left out. */
    public static List<String> list(ProjectFiles files, DiagnosticCollector problems) {
        if (!Files.isDirectory(files.root().resolve(FOLDER))) {
            problems.error(
                    DiagnosticCode.FILE_NOT_FOUND,
                    SourceLocation.ofFile(FOLDER),
                    "the project has no folder 'pipelines'",
                    "make it, and put one YAML file a pipeline into it");
            return List.of();
        }
        return list(files, PipelineFiles::isDescriptor, problems);
    }

    /** Paths of all {@code .test.yaml} and {@code .test.yml} files under {@code pipelines/}, in order. */
    public static List<String> tests(ProjectFiles files, DiagnosticCollector problems) {
        return Files.isDirectory(files.root().resolve(FOLDER))
                ? list(files, PipelineFiles::isTest, problems)
                : List.of();
    }

    private static List<String> list(ProjectFiles files, Predicate<Path> wanted, DiagnosticCollector problems) {
        try (Stream<Path> tree = Files.walk(files.root().resolve(FOLDER))) {
            return tree.filter(wanted)
                    .filter(path -> !Files.isDirectory(path))
                    .map(files::display)
                    .sorted()
                    .toList();
        } catch (IOException | UncheckedIOException e) {
            problems.error(
                    DiagnosticCode.FILE_UNREADABLE,
                    SourceLocation.ofFile(FOLDER),
                    "cannot be listed: " + e.getMessage());
            return List.of();
        }
    }

    private static boolean isDescriptor(Path path) {
        String name = path.getFileName().toString();
        return !isTest(path) && !name.startsWith(".") && (name.endsWith(".yaml") || name.endsWith(".yml"));
    }

    private static boolean isTest(Path path) {
        String name = path.getFileName().toString();
        return !name.startsWith(".") && (name.endsWith(".test.yaml") || name.endsWith(".test.yml"));
    }
}
