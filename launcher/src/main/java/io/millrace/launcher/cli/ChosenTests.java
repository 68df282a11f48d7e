package io.millrace.launcher.cli;

import io.millrace.catalog.PipelineCatalog;
import io.millrace.catalog.descriptor.TestFile;
import io.millrace.catalog.diagnostic.Diagnostic;
import io.millrace.launcher.fixture.TestCase;
import io.millrace.launcher.fixture.TestedPipeline;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The tests of some pipelines that are to run, in the order of their files. */
final class ChosenTests {

    private final PipelineCatalog catalog;
    private final Set<String> names;
    private final Predicate<TestCase> chosen;

    ChosenTests(PipelineCatalog catalog, Set<String> names, Predicate<TestCase> chosen) {
        this.catalog = catalog;
        this.names = names;
        this.chosen = chosen;
    }

    /** Whether the chosen pipelines have neither tests nor test files that cannot be read. */
    boolean isEmpty() {
        return files().stream().allMatch(file -> file.tests().isEmpty())
                && problems().isEmpty();
    }

    /** The files of the chosen pipelines, also those without a chosen test. */
    List<TestFile> files() {
        return catalog.tests().stream()
                .filter(file -> names.contains(file.pipeline().value()))
                .toList();
    }

    /** The pipelines that have chosen tests. */
    List<TestedPipeline> pipelines() {
        List<String> broken = catalog.testProblems(names).stream()
                .filter(Diagnostic::isError)
                .map(problem -> problem.location().file())
                .distinct()
                .toList();
        Map<String, List<TestCase>> tests = new LinkedHashMap<>();
        for (TestFile file : files()) {
            file.tests().stream()
                    .map(test -> new TestCase(file, test))
                    .filter(chosen)
                    .forEach(test -> tests.computeIfAbsent(test.pipeline(), any -> new ArrayList<>())
                            .add(test));
        }
        return tests.entrySet().stream()
                .map(entry -> new TestedPipeline(
                        entry.getKey(),
                        catalog.program(entry.getKey()),
                        catalog.problems(Set.of(entry.getKey())),
                        broken,
                        entry.getValue()))
                .toList();
    }

    /** The problems of the test files themselves. */
    List<Diagnostic> problems() {
        Set<String> files = files().stream().map(TestFile::path).collect(Collectors.toSet());
        Set<String> unknown = catalog.tests().stream().map(TestFile::path).collect(Collectors.toSet());
        return catalog.testProblems(names).stream()
                .filter(problem -> files.contains(problem.location().file())
                        || !unknown.contains(problem.location().file())
                        || names.size() == catalog.pipelines().size())
                .toList();
    }
}
