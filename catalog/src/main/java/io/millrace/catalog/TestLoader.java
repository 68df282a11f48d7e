package io.millrace.catalog;

import io.millrace.catalog.descriptor.PipelineTest;
import io.millrace.catalog.descriptor.TestFile;
import io.millrace.catalog.diagnostic.DiagnosticCode;
import io.millrace.catalog.diagnostic.DiagnosticCollector;
import io.millrace.catalog.diagnostic.Located;
import io.millrace.catalog.diagnostic.NearestName;
import io.millrace.catalog.diagnostic.SourceLocation;
import io.millrace.catalog.reader.PipelineFiles;
import io.millrace.catalog.reader.ProjectFiles;
import io.millrace.catalog.reader.TestFileReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the tests of all pipelines, once and only when somebody asks: most verbs do not. */
final class TestLoader {

    private final ProjectFiles files;
    private final Set<String> pipelines;
    private final boolean complete;
    private final CatalogProblems problems;
    private final Map<String, SourceLocation> names = new HashMap<>();
    private Optional<List<TestFile>> loaded = Optional.empty();

    /** @param complete whether {@code pipelines} are all that the project has, none being unreadable */
    TestLoader(ProjectFiles files, Set<String> pipelines, boolean complete, CatalogProblems problems) {
        this.files = files;
        this.pipelines = pipelines;
        this.complete = complete;
        this.problems = problems;
    }

    List<TestFile> load() {
        if (loaded.isEmpty()) {
            loaded = Optional.of(read());
        }
        return loaded.get();
    }

    private List<TestFile> read() {
        List<TestFile> tests = new ArrayList<>();
        for (String path : PipelineFiles.tests(files, problems.ofUnknownTests())) {
            DiagnosticCollector faults = new DiagnosticCollector();
            Optional<TestFile> file = files.read(path, SourceLocation.ofFile(path), faults)
                    .flatMap(new TestFileReader(files, faults)::read);
            DiagnosticCollector owner = file.map(found -> found.pipeline().value())
                    .filter(pipelines::contains)
                    .map(problems::ofTests)
                    .orElse(problems.ofUnknownTests());
            file.ifPresent(found -> check(found, faults));
            owner.addAll(faults.sorted());
            file.ifPresent(tests::add);
        }
        return List.copyOf(tests);
    }

    private void check(TestFile file, DiagnosticCollector faults) {
        Located<String> pipeline = file.pipeline();
        if (complete && !pipelines.contains(pipeline.value())) {
            faults.error(
                    DiagnosticCode.UNKNOWN_PIPELINE,
                    pipeline.location(),
                    "there is no pipeline '" + pipeline.value() + "'",
                    NearestName.hint(pipeline.value(), pipelines));
        }
        for (PipelineTest test : file.tests()) {
            Located<String> name = test.name();
            SourceLocation first = names.putIfAbsent(pipeline.value() + "\n" + name.value(), name.location());
            if (first != null) {
                faults.error(
                        DiagnosticCode.DUPLICATE_TEST,
                        name.location(),
                        "the pipeline has another test '" + name.value() + "'",
                        "the first one is at " + first);
            }
        }
    }
}
