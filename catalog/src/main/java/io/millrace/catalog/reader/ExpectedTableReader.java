package io.millrace.catalog.reader;

import static io.millrace.catalog.reader.KeyTable.optional;
import static io.millrace.catalog.reader.KeyTable.required;

import io.millrace.catalog.descriptor.ExpectedChangelog;
import io.millrace.catalog.descriptor.ExpectedTable;
import io.millrace.catalog.descriptor.FixtureRow;
import io.millrace.catalog.diagnostic.DiagnosticCode;
import io.millrace.catalog.diagnostic.DiagnosticCollector;
import io.millrace.catalog.diagnostic.Located;
import io.millrace.catalog.yaml.YamlNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Reads what one table or changelog is expected to be: a list, nothing yet, or a list with options. */
final class ExpectedTableReader {

    static final KeyTable TABLE = KeyTable.of(
            "an expected table",
            required("rows", "a list; ~ to have it filled in"),
            optional("ordered", "true: in this order"),
            optional("contains", "true: there may be others"),
            optional("tolerance", "how far numbers may be apart"));

    static final KeyTable CHANGELOG = KeyTable.of(
            "an expected changelog",
            required("changes", "a list; ~ to have it filled in"),
            optional("tolerance", "how far numbers may be apart"));

    private static final Map<String, Boolean> FLAG = Map.of("true", true, "false", false);

    private final DiagnosticCollector problems;

    ExpectedTableReader(DiagnosticCollector problems) {
        this.problems = problems;
    }

    Optional<ExpectedTable> table(YamlNode.Entry entry) {
        Located<String> name = TableName.of(entry.key());
        Function<YamlNode.Sequence, List<FixtureRow>> rows = new RowNodes(problems)::withoutKind;
        if (!(entry.value() instanceof YamlNode.Mapping mapping)) {
            return list(name, entry.value(), rows)
                    .map(read -> new ExpectedTable(name, read.rows, false, false, Optional.empty()));
        }
        return open(name, mapping, TABLE).flatMap(reader -> reader.node("rows")
                .flatMap(node -> list(name, node, rows))
                .map(read -> new ExpectedTable(
                        name,
                        read.rows,
                        reader.choice("ordered", FLAG).orElse(false),
                        containsMore(reader, name, read),
                        tolerance(reader))));
    }

    Optional<ExpectedChangelog> changelog(YamlNode.Entry entry) {
        Located<String> name = TableName.of(entry.key());
        Function<YamlNode.Sequence, List<FixtureRow>> rows = new RowNodes(problems)::all;
        if (!(entry.value() instanceof YamlNode.Mapping mapping)) {
            return list(name, entry.value(), rows)
                    .map(read -> new ExpectedChangelog(name, read.rows, Optional.empty()));
        }
        return open(name, mapping, CHANGELOG).flatMap(reader -> reader.node("changes")
                .flatMap(node -> list(name, node, rows))
                .map(read -> new ExpectedChangelog(name, read.rows, tolerance(reader))));
    }

    /** A mapping without any of the options is taken for a row that lacks its list. */
    private Optional<MappingReader> open(Located<String> name, YamlNode.Mapping mapping, KeyTable keys) {
        if (mapping.entries().stream()
                .allMatch(entry -> keys.key(entry.key().text()).isEmpty())) {
            notAList(name, mapping);
            return Optional.empty();
        }
        return MappingReader.open(mapping, keys, problems);
    }

    private Optional<Listed> list(
            Located<String> name, YamlNode node, Function<YamlNode.Sequence, List<FixtureRow>> rows) {
        if (node instanceof YamlNode.Sequence sequence) {
            return Optional.of(new Listed(Optional.of(rows.apply(sequence))));
        }
        if (node instanceof YamlNode.Scalar scalar && scalar.absent()) {
            return Optional.of(new Listed(Optional.empty()));
        }
        notAList(name, node);
        return Optional.empty();
    }

    private void notAList(Located<String> name, YamlNode node) {
        problems.error(
                DiagnosticCode.NOT_A_ROW,
                node.location(),
                "the rows of '" + name.value() + "' must be a list, this is " + node.kind(),
                "begin every row with '- ', write [] for no rows, or ~ to have them filled in");
    }

    private boolean containsMore(MappingReader reader, Located<String> name, Listed read) {
        boolean contains = reader.choice("contains", FLAG).orElse(false);
        if (contains && read.rows.filter(List::isEmpty).isPresent()) {
            problems.error(
                    DiagnosticCode.NOTHING_EXPECTED,
                    name.location(),
                    "that '" + name.value() + "' contains no rows in particular is always true",
                    "leave out 'contains' to expect that there are none");
        }
        return contains;
    }

    private Optional<Located<String>> tolerance(MappingReader reader) {
        Optional<Located<String>> tolerance = reader.text("tolerance");
        if (tolerance.isPresent() && !tolerance.get().value().matches("\\d{1,30}(\\.\\d{1,30})?([eE][+-]?\\d{1,2})?")) {
            problems.error(
                    DiagnosticCode.BAD_VALUE,
                    tolerance.get().location(),
                    "tolerance cannot be '" + tolerance.get().value() + "'",
                    "expected a number of at least 0, such as 0.01");
            return Optional.empty();
        }
        return tolerance;
    }

    /** What stands for rows; empty inside where it is to be filled in. */
    private record Listed(Optional<List<FixtureRow>> rows) {}
}
