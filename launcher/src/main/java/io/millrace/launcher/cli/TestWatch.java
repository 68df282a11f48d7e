package io.millrace.launcher.cli;

import io.millrace.catalog.PipelineCatalog;
import io.millrace.catalog.dependency.Selection;
import io.millrace.catalog.descriptor.TestStep;
import io.millrace.catalog.diagnostic.Diagnostic;
import io.millrace.catalog.diagnostic.DiagnosticCollector;
import io.millrace.catalog.diagnostic.Located;
import io.millrace.launcher.compile.FlinkStatementAnalyzer;
import io.millrace.launcher.fixture.TestCase;
import io.millrace.launcher.fixture.TestEngine;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Stays, and tests again what a saved file touches. */
final class TestWatch {

    private final Console console;
    private final ProjectOptions project;
    private final SelectedPipelines selected;
    private final TestRequest request;
    private final StopSignals signals = new StopSignals();

    TestWatch(Console console, ProjectOptions project, SelectedPipelines selected, TestRequest request) {
        this.console = console;
        this.project = project;
        this.selected = selected;
        this.request = request;
    }

    int run() throws IOException, InterruptedException {
        PipelineCatalog catalog = project.load();
        List<String> jars =
                catalog.project().jars().stream().map(Located::value).toList();
        try (TestEngine engine = TestEngine.start();
                SavedFiles files = new SavedFiles(project.root(), jars)) {
            endWithQ(files);
            int exitCode = test(engine, catalog, Set.of(), test -> true, System.nanoTime());
            console.err().println("watching; q and Enter ends");
            while (exitCode != ExitCode.INTERRUPTED) {
                signals.install(() -> close(files));
                Set<String> saved = files.await();
                if (saved.isEmpty()) {
                    return signals.received() ? ExitCode.INTERRUPTED : ExitCode.DONE;
                }
                exitCode = test(engine, saved);
            }
            return exitCode;
        }
    }

    private int test(TestEngine engine, Set<String> saved) throws IOException {
        long start = System.nanoTime();
        DiagnosticCollector problems = new DiagnosticCollector();
        Optional<PipelineCatalog> catalog = project.load(problems);
        if (catalog.isEmpty()) {
            project.printer().print(problems.sorted());
            return ExitCode.INVALID_CATALOG;
        }
        Set<String> touched = touched(catalog.get(), saved);
        return test(engine, catalog.get(), saved, test -> isTouched(test, touched, saved), start);
    }

    private int test(
            TestEngine engine, PipelineCatalog catalog, Set<String> saved, Predicate<TestCase> touched, long start)
            throws IOException {
        try {
            Set<String> names = selected.of(catalog);
            if (new ChosenTests(catalog, names, touched).pipelines().isEmpty()) {
                project.printer()
                        .print(Stream.concat(catalog.problems(names).stream(), catalog.testProblems(names).stream())
                                .filter(problem -> isIn(problem, saved))
                                .toList());
                return ExitCode.DONE;
            }
            return new PipelineTests(console, project, request).run(engine, catalog, names, touched, start);
        } catch (CommandFailed e) {
            e.print(console.err());
            return e.exitCode();
        }
    }

    /** The pipelines whose files, without those of tests, were saved. */
    private static Set<String> touched(PipelineCatalog catalog, Set<String> saved) {
        Set<String> files = saved.stream()
                .filter(file -> !file.endsWith(".test.yaml") && !file.endsWith(".test.yml"))
                .collect(Collectors.toSet());
        return new Selection(List.of("changed-since:saved"), reference -> files)
                .choose(catalog.project(), catalog.pipelines(), () -> catalog.graph(new FlinkStatementAnalyzer()));
    }

    private static boolean isTouched(TestCase test, Set<String> pipelines, Set<String> saved) {
        return pipelines.contains(test.pipeline())
                || saved.contains(test.file().path())
                || test.test().given().stream().anyMatch(step -> reads(test, step, saved));
    }

    private static boolean reads(TestCase test, TestStep step, Set<String> saved) {
        return step instanceof TestStep.RowsOfFile rows
                && saved.contains(Path.of(test.file().path())
                        .resolveSibling(rows.path().value())
                        .normalize()
                        .toString()
                        .replace('\\', '/'));
    }

    private static boolean isIn(Diagnostic problem, Set<String> saved) {
        return saved.isEmpty() || saved.contains(problem.location().file());
    }

    private static void endWithQ(SavedFiles files) {
        Thread reader = new Thread(() -> readKeys(files), "keys");
        reader.setDaemon(true);
        reader.start();
    }

    private static void readKeys(SavedFiles files) {
        try {
            BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
            String line = in.readLine();
            while (line != null) {
                if (line.strip().equals("q")) {
                    files.close();
                    return;
                }
                line = in.readLine();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void close(SavedFiles files) {
        try {
            files.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
