package io.millrace.catalog.reader;

import static io.millrace.catalog.reader.KeyTable.optional;

import io.millrace.catalog.descriptor.TableTime;
import io.millrace.catalog.descriptor.TestStep;
import io.millrace.catalog.diagnostic.DiagnosticCode;
import io.millrace.catalog.diagnostic.DiagnosticCollector;
import io.millrace.catalog.diagnostic.Located;
import io.millrace.catalog.yaml.YamlNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads {@code given:} of one test. */
final class StepReader {

    /** The words that stand where otherwise a table's name does. */
    static final KeyTable WORDS = KeyTable.of(
            "a step",
            optional("watermark", "tables and the time that each has reached"),
            optional("file", "tables and the file whose rows each gives"));

    private final ProjectFiles files;
    private final String folder;
    private final DiagnosticCollector problems;
    private final Map<String, Reached> reached = new HashMap<>();

    /** @param folder of the test file, relative to the project root */
    StepReader(ProjectFiles files, String folder, DiagnosticCollector problems) {
        this.files = files;
        this.folder = folder;
        this.problems = problems;
    }

    List<TestStep> read(YamlNode given) {
        if (given instanceof YamlNode.Sequence steps) {
            return steps.items().stream().flatMap(step -> step(step).stream()).toList();
        }
        problems.error(
                DiagnosticCode.WRONG_TYPE,
                given.location(),
                "given must be a list of steps, this is " + given.kind(),
                "- table: { column: value }");
        return List.of();
    }

    private List<TestStep> step(YamlNode node) {
        if (!(node instanceof YamlNode.Mapping mapping)) {
            badStep(node, "a step must be a mapping of one key, this is " + node.kind());
            return List.of();
        }
        if (mapping.entries().size() != 1) {
            badStep(node, "a step has one key, this has " + mapping.entries().size());
            return List.of();
        }
        YamlNode.Entry entry = mapping.entries().get(0);
        return switch (entry.key().text()) {
            case "watermark" -> watermark(entry.value());
            case "file" -> file(entry.value());
            default ->
                List.of(new TestStep.Rows(TableName.of(entry.key()), new RowNodes(problems).oneOrMore(entry.value())));
        };
    }

    private void badStep(YamlNode node, String message) {
        problems.error(
                DiagnosticCode.BAD_STEP,
                node.location(),
                message,
                "begin a list item for every step, so that their order is plain: '- TABLE: ROWS',"
                        + " '- watermark: { TABLE: TIME }' or '- file: { TABLE: PATH }'");
    }

    private List<TestStep> watermark(YamlNode node) {
        List<TableTime> times = new ArrayList<>();
        for (YamlNode.Entry entry : ofTables("watermark", node)) {
            Optional<Located<String>> time = MappingReader.text(entry.key().text(), entry.value(), problems);
            time.filter(text -> advances(TableName.of(entry.key()), text))
                    .ifPresent(text -> times.add(new TableTime(TableName.of(entry.key()), text)));
        }
        return times.isEmpty() ? List.of() : List.of(new TestStep.Watermark(List.copyOf(times)));
    }

    private boolean advances(Located<String> table, Located<String> text) {
        Optional<TimeText> time = TimeReader.read("a watermark", text, problems);
        if (time.isEmpty()) {
            return false;
        }
        Reached before = reached.get(table.value());
        if (before != null && time.get().isBefore(before.time)) {
            problems.error(
                    DiagnosticCode.WATERMARK_GOES_BACK,
                    text.location(),
                    "the watermark of '" + table.value() + "' goes back from " + before.text + " to " + text.value(),
                    "a watermark never goes back: rows behind it are late");
            return false;
        }
        reached.put(table.value(), new Reached(time.get(), text.value()));
        return true;
    }

    private List<TestStep> file(YamlNode node) {
        List<TestStep> steps = new ArrayList<>();
        for (YamlNode.Entry entry : ofTables("file", node)) {
            MappingReader.text(entry.key().text(), entry.value(), problems)
                    .filter(this::isFixture)
                    .ifPresent(path -> steps.add(new TestStep.RowsOfFile(TableName.of(entry.key()), path)));
        }
        return steps;
    }

    private boolean isFixture(Located<String> path) {
        if (!path.value().matches("(?i).*\\.(csv|json|jsonl|ndjson)")) {
            problems.error(
                    DiagnosticCode.BAD_VALUE,
                    path.location(),
                    "'" + path.value() + "' is no kind of file that rows are read from",
                    "one of: .csv, .json, .jsonl, .ndjson");
            return false;
        }
        return files.locate(folder, path.value(), path.location(), problems).isPresent();
    }

    private List<YamlNode.Entry> ofTables(String word, YamlNode node) {
        if (node instanceof YamlNode.Mapping mapping && !mapping.entries().isEmpty()) {
            return mapping.entries();
        }
        problems.error(
                DiagnosticCode.BAD_STEP,
                node.location(),
                word + " must be a mapping of tables, this is "
                        + (node instanceof YamlNode.Mapping ? "an empty one" : node.kind()),
                "write " + word + ": { TABLE: " + (word.equals("file") ? "PATH" : "TIME")
                        + " }; a table that has this name stands in backquotes: '`" + word + "`'");
        return List.of();
    }

    private record Reached(TimeText time, String text) {}
}
