package io.millrace.catalog.reader;

import io.millrace.catalog.diagnostic.DiagnosticCode;
import io.millrace.catalog.diagnostic.DiagnosticCollector;
import io.millrace.catalog.diagnostic.SourceLocation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Finds the descriptors of a project. */
public final class PipelineFiles {

    private static final String FOLDER = "pipelines";

    private PipelineFiles() {}

    /** Paths of all {@code .yaml} and {@code .yml} files under {@code pipelines/}, in order; tests are left out. */
    public static List<String> list(ProjectFiles files, DiagnosticCollector problems) {
        Path folder = files.root().resolve(FOLDER);
        if (!Files.isDirectory(folder)) {
            problems.error(
                    DiagnosticCode.FILE_NOT_FOUND,
                    SourceLocation.ofFile(FOLDER),
                    "the project has no folder 'pipelines'",
                    "make it, and put one YAML file a pipeline into it");
            return List.of();
        }
        try (Stream<Path> tree = Files.walk(folder)) {
            return tree.filter(PipelineFiles::isDescriptor)
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
        boolean yaml = name.endsWith(".yaml") || name.endsWith(".yml");
        boolean test = name.endsWith(".test.yaml") || name.endsWith(".test.yml");
        return yaml && !test && !name.startsWith(".") && !Files.isDirectory(path);
    }
}
