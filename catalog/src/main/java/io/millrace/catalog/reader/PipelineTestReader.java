package io.millrace.catalog.reader;

import static io.millrace.catalog.reader.KeyTable.optional;
import static io.millrace.catalog.reader.KeyTable.required;

import io.millrace.catalog.descriptor.Expectations;
import io.millrace.catalog.descriptor.PipelineTest;
import io.millrace.catalog.descriptor.TestStep;
import io.millrace.catalog.diagnostic.DiagnosticCode;
import io.millrace.catalog.diagnostic.DiagnosticCollector;
import io.millrace.catalog.diagnostic.Located;
import io.millrace.catalog.yaml.YamlNode;
import java.util.List;
import java.util.Optional;

/** Reads one test of a test file. */
final class PipelineTestReader {

    static final KeyTable KEYS = KeyTable.of(
            "a test",
            required("name", "what it shows, in words; no other test of the pipeline has it"),
            optional("clock", "what the clock shows, where the SQL reads it"),
            optional("given", "what the sources give, step by step"),
            optional("expect", "what must come out"));

    private final ProjectFiles files;
    private final String folder;
    private final DiagnosticCollector problems;

    /** @param folder of the test file, relative to the project root */
    PipelineTestReader(ProjectFiles files, String folder, DiagnosticCollector problems) {
        this.files = files;
        this.folder = folder;
        this.problems = problems;
    }

    Optional<PipelineTest> read(YamlNode node) {
        return MappingReader.open(node, KEYS, problems).flatMap(this::read);
    }

    private Optional<PipelineTest> read(MappingReader reader) {
        Optional<Located<String>> clock = reader.text("clock");
        clock.ifPresent(text -> TimeReader.read("clock", text, problems));
        List<TestStep> given = reader.node("given")
                .map(steps -> new StepReader(files, folder, problems).read(steps))
                .orElse(List.of());
        Optional<Expectations> expect = expectations(reader);
        return reader.text("name")
                .filter(this::saysSomething)
                .flatMap(name -> expect.map(found -> new PipelineTest(name, clock, given, found)));
    }

    private Optional<Expectations> expectations(MappingReader reader) {
        Optional<YamlNode> expect =
                reader.node("expect").filter(node -> !(node instanceof YamlNode.Scalar scalar && scalar.absent()));
        if (expect.isEmpty()) {
            problems.error(
                    DiagnosticCode.NOTHING_EXPECTED,
                    reader.location(),
                    "the test expects nothing",
                    "say under 'expect' what must come out");
        }
        return expect.flatMap(new ExpectationsReader(problems)::read);
    }

    private boolean saysSomething(Located<String> name) {
        if (name.value().isBlank()) {
            problems.error(DiagnosticCode.BAD_VALUE, name.location(), "a test's name cannot be empty");
        }
        return !name.value().isBlank();
    }
}
