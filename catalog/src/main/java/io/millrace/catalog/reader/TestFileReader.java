package io.millrace.catalog.reader;

import static io.millrace.catalog.reader.KeyTable.required;

import io.millrace.catalog.descriptor.PipelineTest;
import io.millrace.catalog.descriptor.TestFile;
import io.millrace.catalog.diagnostic.DiagnosticCode;
import io.millrace.catalog.diagnostic.DiagnosticCollector;
import io.millrace.catalog.diagnostic.SourceLocation;
import io.millrace.catalog.diagnostic.SourceText;
import io.millrace.catalog.yaml.YamlNode;
import io.millrace.catalog.yaml.YamlParser;
import java.util.List;
import java.util.Optional;

/** Reads one file of tests. */
public final class TestFileReader {

    static final KeyTable KEYS = KeyTable.of(
            "a test file",
            required("pipeline", "the name of the pipeline under test"),
            required("tests", "the tests, a list"));

    private final ProjectFiles files;
    private final DiagnosticCollector problems;

    public TestFileReader(ProjectFiles files, DiagnosticCollector problems) {
        this.files = files;
        this.problems = problems;
    }

    /** The file without the tests that cannot be understood; empty when it names no pipeline, which is reported. */
    public Optional<TestFile> read(SourceText source) {
        Optional<YamlNode> root = YamlParser.parse(source, problems);
        if (root.isEmpty() && !problems.hasErrors()) {
            noTests(source.locate(0), "the file is empty");
        }
        return root.flatMap(node -> MappingReader.open(node, KEYS, problems)).flatMap(reader -> {
            List<PipelineTest> tests =
                    reader.node("tests").map(node -> tests(node, source.file())).orElse(List.of());
            return reader.text("pipeline").map(pipeline -> new TestFile(source.file(), pipeline, tests));
        });
    }

    private List<PipelineTest> tests(YamlNode node, String file) {
        int folderEnd = file.lastIndexOf('/');
        PipelineTestReader reader =
                new PipelineTestReader(files, folderEnd < 0 ? "" : file.substring(0, folderEnd), problems);
        if (node instanceof YamlNode.Sequence list && !list.items().isEmpty()) {
            return list.items().stream()
                    .flatMap(item -> reader.read(item).stream())
                    .toList();
        }
        if (node instanceof YamlNode.Mapping || (node instanceof YamlNode.Scalar scalar && !scalar.absent())) {
            problems.error(
                    DiagnosticCode.WRONG_TYPE,
                    node.location(),
                    "tests must be a list, this is " + node.kind(),
                    "begin every test with '- name: ...'");
        } else {
            noTests(node.location(), "the list of tests is empty");
        }
        return List.of();
    }

    private void noTests(SourceLocation location, String message) {
        problems.error(DiagnosticCode.NO_TESTS, location, message, "write a test, or remove the file");
    }
}
