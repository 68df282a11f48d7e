package io.millrace.launcher.cli;

import io.millrace.catalog.PipelineCatalog;
import io.millrace.catalog.diagnostic.Diagnostic;
import io.millrace.catalog.diagnostic.DiagnosticCollector;
import io.millrace.launcher.compile.FlinkStatementAnalyzer;
import io.millrace.launcher.compile.ProjectJars;
import io.millrace.launcher.fixture.JUnitReport;
import io.millrace.launcher.fixture.TestCase;
import io.millrace.launcher.fixture.TestCoverage;
import io.millrace.launcher.fixture.TestEngine;
import io.millrace.launcher.fixture.TestFileEditor;
import io.millrace.launcher.fixture.TestOutcome;
import io.millrace.launcher.fixture.TestRun;
import io.millrace.launcher.fixture.TestVerdict;
import io.millrace.launcher.fixture.TestedPipeline;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** The steps of {@code test}: load, choose, prepare, run, report. */
final class PipelineTests {

    private final Console console;
    private final ProjectOptions project;
    private final TestRequest request;
    private final StopSignals signals = new StopSignals();

    PipelineTests(Console console, ProjectOptions project, TestRequest request) {
        this.console = console;
        this.project = project;
        this.request = request;
    }

    int run(SelectedPipelines selected) throws IOException {
        long start = System.nanoTime();
        PipelineCatalog catalog = project.load();
        Set<String> names = selected.of(catalog);
        if (names.isEmpty() || new ChosenTests(catalog, names, test -> true).isEmpty()) {
            return nothing(names);
        }
        try (TestEngine engine = TestEngine.start()) {
            return run(engine, catalog, names, test -> true, start);
        }
    }

    /**
     * Runs tests on an engine.
     *
     * @param chosen which tests, besides the pattern that the user gave
     * @param start when the user began to wait, by {@link System#nanoTime}
     */
    int run(TestEngine engine, PipelineCatalog catalog, Set<String> names, Predicate<TestCase> chosen, long start)
            throws IOException {
        ChosenTests tests = new ChosenTests(catalog, names, chosen.and(this::isNamed));
        List<TestedPipeline> pipelines = tests.pipelines();
        DiagnosticCollector problems = new DiagnosticCollector();
        problems.addAll(tests.problems());
        if (pipelines.isEmpty() && !problems.hasErrors()) {
            throw new CommandFailed(ExitCode.WRONG_USAGE, "no test of the chosen pipelines has that name");
        }
        TestProgress progress = new TestProgress(console);
        progress.begin(
                pipelines.stream().mapToInt(pipeline -> pipeline.tests().size()).sum());
        try (ProjectJars jars = ProjectJars.of(project.root(), catalog.project().jars(), problems);
                TestRun run = engine.open(
                        project.root(), jars, request.limit(), request.failFast(), request.update(), progress)) {
            signals.install(run::stop);
            problems.addAll(run.prepare(pipelines));
            project.printer().print(problems.sorted());
            List<TestOutcome> outcomes = run.run(outcome -> show(outcome, progress));
            progress.clear();
            return report(tests, outcomes, problems, Duration.ofNanos(System.nanoTime() - start));
        }
    }

    private int report(ChosenTests tests, List<TestOutcome> outcomes, DiagnosticCollector problems, Duration time)
            throws IOException {
        if (request.format() == OutputFormat.JSON) {
            console.out().println(TestJson.of(outcomes));
        } else {
            console.out().println(text().summary(outcomes, time));
        }
        if (request.junit().isPresent()) {
            JUnitReport.write(request.junit().get(), outcomes);
        }
        if (request.update()) {
            new TestFileEditor(project.root()).fill(outcomes).forEach(console.err()::println);
        }
        if (request.coverage()) {
            // Whoever takes the JSON wants nothing behind it.
            PrintWriter to = request.format() == OutputFormat.JSON ? console.err() : console.out();
            tests.pipelines().stream()
                    .flatMap(pipeline -> pipeline.program().stream())
                    .map(program -> TestCoverage.of(program, tests.files(), new FlinkStatementAnalyzer()))
                    .forEach(coverage -> coverage.lines().forEach(to::println));
        }
        return exitCode(outcomes, problems.sorted());
    }

    private int exitCode(List<TestOutcome> outcomes, List<Diagnostic> problems) {
        if (signals.received()) {
            return ExitCode.INTERRUPTED;
        }
        if (problems.stream().anyMatch(Diagnostic::isError)) {
            return ExitCode.INVALID_CATALOG;
        }
        return outcomes.stream().anyMatch(outcome -> outcome.verdict() == TestVerdict.FAILED)
                ? ExitCode.DIFFERENT
                : ExitCode.DONE;
    }

    private void show(TestOutcome outcome, TestProgress progress) {
        boolean silent = console.terminal() && outcome.verdict() == TestVerdict.PASSED;
        if (request.format() == OutputFormat.TEXT && !silent) {
            progress.clear();
            text().lines(outcome).forEach(console.out()::println);
            console.out().flush();
        }
    }

    private TestText text() {
        return new TestText(console.style(), project.root());
    }

    private boolean isNamed(TestCase test) {
        return request.pattern().map(pattern -> pattern.matches(test.name())).orElse(true);
    }

    private int nothing(Set<String> names) {
        console.err()
                .println(
                        names.isEmpty()
                                ? "millrace: no pipeline is chosen, so there is nothing to test"
                                : "millrace: the chosen pipelines have no tests; write one in pipelines/NAME.test.yaml");
        if (request.format() == OutputFormat.JSON) {
            console.out().println("[]");
        }
        return ExitCode.DONE;
    }
}
