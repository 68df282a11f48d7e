package io.millrace.catalog.reader;

import io.millrace.catalog.descriptor.FixtureRow;
import io.millrace.catalog.diagnostic.DiagnosticCode;
import io.millrace.catalog.diagnostic.DiagnosticCollector;
import io.millrace.catalog.diagnostic.Located;
import io.millrace.catalog.diagnostic.NearestName;
import io.millrace.catalog.yaml.YamlNode;
import java.util.List;
import java.util.Optional;

/** Reads rows: a mapping of cells, or a list of a kind and such a mapping. */
final class RowNodes {

    private static final List<String> KINDS = List.of("+I", "-U", "+U", "-D");

    private final DiagnosticCollector problems;

    RowNodes(DiagnosticCollector problems) {
        this.problems = problems;
    }

    /** One row, or a list of rows. */
    List<FixtureRow> oneOrMore(YamlNode node) {
        return node instanceof YamlNode.Sequence list && !startsWithAKind(list)
                ? all(list)
                : row(node).stream().toList();
    }

    /** The rows of a list. */
    List<FixtureRow> all(YamlNode.Sequence list) {
        return list.items().stream().flatMap(item -> row(item).stream()).toList();
    }

    /** The rows of a list that stands for what a table holds at the end, where a row has no kind. */
    List<FixtureRow> withoutKind(YamlNode.Sequence list) {
        List<FixtureRow> rows = all(list);
        rows.stream()
                .flatMap(row -> row.kind().stream())
                .forEach(kind -> problems.error(
                        DiagnosticCode.NOT_A_ROW,
                        kind.location(),
                        "the row of a table at the end of a test has no kind",
                        "write { column: value } alone; changes stand under 'changelog'"));
        return rows;
    }

    private Optional<FixtureRow> row(YamlNode node) {
        if (node instanceof YamlNode.Mapping cells) {
            return Optional.of(new FixtureRow(Optional.empty(), cells));
        }
        if (node instanceof YamlNode.Sequence pair
                && pair.items().size() == 2
                && pair.items().get(0) instanceof YamlNode.Scalar kind
                && pair.items().get(1) instanceof YamlNode.Mapping cells) {
            return kind(kind).map(known -> new FixtureRow(Optional.of(known), cells));
        }
        problems.error(
                DiagnosticCode.NOT_A_ROW,
                node.location(),
                "a row must be a mapping of its cells, this is " + node.kind(),
                "write { column: value }, or [\"+U\", { column: value }]");
        return Optional.empty();
    }

    private Optional<Located<String>> kind(YamlNode.Scalar kind) {
        if (KINDS.contains(kind.text())) {
            return Optional.of(new Located<>(kind.text(), kind.location()));
        }
        problems.error(
                DiagnosticCode.UNKNOWN_ROW_KIND,
                kind.location(),
                "'" + kind.text() + "' is no kind of row",
                NearestName.of(kind.text(), KINDS)
                        .filter(near -> near.equalsIgnoreCase(kind.text()))
                        .map(near -> "did you mean '" + near + "'?")
                        .orElse("one of: " + String.join(", ", KINDS)));
        return Optional.empty();
    }

    private static boolean startsWithAKind(YamlNode.Sequence list) {
        return !list.items().isEmpty() && list.items().get(0) instanceof YamlNode.Scalar;
    }
}
