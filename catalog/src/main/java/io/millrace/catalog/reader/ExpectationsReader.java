package io.millrace.catalog.reader;

import static io.millrace.catalog.reader.KeyTable.optional;
import static io.millrace.catalog.reader.KeyTable.required;

import io.millrace.catalog.descriptor.Expectations;
import io.millrace.catalog.descriptor.ExpectedDiagnostic;
import io.millrace.catalog.descriptor.LateRows;
import io.millrace.catalog.diagnostic.DiagnosticCode;
import io.millrace.catalog.diagnostic.DiagnosticCollector;
import io.millrace.catalog.diagnostic.Located;
import io.millrace.catalog.diagnostic.NearestName;
import io.millrace.catalog.yaml.YamlNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads {@code expect:} of one test. */
final class ExpectationsReader {

    static final KeyTable KEYS = KeyTable.of(
            "expect",
            optional("tables", "the rows of sinks and views at the end"),
            optional("changelog", "the changes that sinks and views get, in their order"),
            optional("late", "how many rows the windows of a view drop as late"),
            optional("failure", "a text in the reason for which the job fails"),
            optional("diagnostic", "what compiling the pipeline reports"));

    static final KeyTable DIAGNOSTIC = KeyTable.of(
            "an expected diagnostic", required("code", "such as MR604"), optional("contains", "a text in its message"));

    private final DiagnosticCollector problems;
    private final ExpectedTableReader tables;

    ExpectationsReader(DiagnosticCollector problems) {
        this.problems = problems;
        this.tables = new ExpectedTableReader(problems);
    }

    Optional<Expectations> read(YamlNode node) {
        int before = problems.count();
        Optional<Expectations> read = MappingReader.open(node, KEYS, problems).map(this::read);
        read.filter(expectations -> problems.count() == before).ifPresent(this::checkThatItSaysSomething);
        return read;
    }

    private Expectations read(MappingReader reader) {
        Expectations expectations = new Expectations(
                reader.location(),
                List.copyOf(reader.entries("tables", tables::table).values()),
                List.copyOf(reader.entries("changelog", tables::changelog).values()),
                List.copyOf(reader.entries("late", this::late).values()),
                reader.text("failure"),
                reader.node("diagnostic").flatMap(this::diagnostic));
        List<String> others = Stream.of("tables", "changelog", "late", "failure")
                .filter(key -> reader.node(key).isPresent())
                .toList();
        if (reader.node("diagnostic").isPresent() && !others.isEmpty()) {
            problems.error(
                    DiagnosticCode.CONTRADICTING_EXPECTATIONS,
                    reader.node("diagnostic").get().location(),
                    "a pipeline that does not compile gives nothing, but '" + others.get(0) + "' is expected too",
                    "make two tests of it");
        }
        return expectations;
    }

    private void checkThatItSaysSomething(Expectations expect) {
        if (expect.tables().isEmpty()
                && expect.changelogs().isEmpty()
                && expect.late().isEmpty()
                && expect.failure().isEmpty()
                && expect.diagnostic().isEmpty()) {
            problems.error(
                    DiagnosticCode.NOTHING_EXPECTED,
                    expect.location(),
                    "the test expects nothing",
                    "to expect that a sink gets no rows, write tables: { SINK: [] }");
        }
    }

    private Optional<LateRows> late(YamlNode.Entry entry) {
        Optional<Located<String>> count = MappingReader.text(entry.key().text(), entry.value(), problems);
        if (count.isPresent() && !count.get().value().matches("\\d{1,9}")) {
            problems.error(
                    DiagnosticCode.BAD_VALUE,
                    count.get().location(),
                    "'" + count.get().value() + "' is no number of rows",
                    "expected a whole number of at least 0");
            return Optional.empty();
        }
        return count.map(rows -> new LateRows(TableName.of(entry.key()), rows));
    }

    private Optional<ExpectedDiagnostic> diagnostic(YamlNode node) {
        if (!(node instanceof YamlNode.Mapping)) {
            return MappingReader.text("diagnostic", node, problems)
                    .filter(this::isCode)
                    .map(code -> new ExpectedDiagnostic(code, Optional.empty()));
        }
        return MappingReader.open(node, DIAGNOSTIC, problems).flatMap(reader -> {
            Optional<Located<String>> contains = reader.text("contains");
            return reader.text("code").filter(this::isCode).map(code -> new ExpectedDiagnostic(code, contains));
        });
    }

    private boolean isCode(Located<String> text) {
        List<String> known =
                Stream.of(DiagnosticCode.values()).map(DiagnosticCode::id).toList();
        if (!known.contains(text.value())) {
            problems.error(
                    DiagnosticCode.BAD_VALUE,
                    text.location(),
                    "there is no diagnostic '" + text.value() + "'",
                    NearestName.hint(text.value(), known));
        }
        return known.contains(text.value());
    }
}
