package io.millrace.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.catalog.diagnostic.Diagnostic;
import io.millrace.catalog.diagnostic.DiagnosticCollector;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Projects with mistakes beside the exact diagnostics that they give; a new case is a new file, and no Java. */
final class GoldenTest {

    @TempDir
    private Path folder;

    @TestFactory
    Stream<DynamicTest> wrongProjectsGiveExactlyTheirDiagnostics() throws IOException, URISyntaxException {
        Path cases = Path.of(GoldenTest.class.getResource("/golden").toURI());
        List<Path> files;
        try (Stream<Path> found = Files.list(cases)) {
            files = found.sorted().toList();
        }
        assertThat(files).hasSizeGreaterThan(30);
        return files.stream()
                .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> check(file)));
    }

    private void check(Path file) throws IOException {
        GoldenCase golden = GoldenCase.read(file);
        Path root = Files.createTempDirectory(folder, "project");
        golden.writeTo(root);
        assertThat(diagnostics(root)).isEqualTo(golden.expected());
    }

    private static String diagnostics(Path root) {
        DiagnosticCollector problems = new DiagnosticCollector();
        CatalogRequest request = new CatalogRequest(root, "local", Map.of(), environment -> Map.of());
        PipelineCatalog.load(request, problems).ifPresent(catalog -> {
            List<String> names = catalog.pipelines().stream()
                    .map(pipeline -> pipeline.name().value())
                    .toList();
            problems.addAll(catalog.problems(names));
            problems.addAll(catalog.testProblems(names));
        });
        return problems.sorted().stream().map(GoldenTest::line).collect(Collectors.joining());
    }

    private static String line(Diagnostic diagnostic) {
        return diagnostic.location() + " " + diagnostic.code() + "\n  " + diagnostic.message() + "\n"
                + diagnostic.hint().map(hint -> "  hint: " + hint + "\n").orElse("");
    }
}
