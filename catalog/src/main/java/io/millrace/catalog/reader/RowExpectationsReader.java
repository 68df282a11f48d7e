package io.millrace.catalog.reader;

import static io.millrace.catalog.reader.KeyTable.optional;
import static io.millrace.catalog.reader.KeyTable.required;

import io.millrace.catalog.descriptor.ExpectationAction;
import io.millrace.catalog.descriptor.RowExpectation;
import io.millrace.catalog.descriptor.TableExpectations;
import io.millrace.catalog.diagnostic.DiagnosticCode;
import io.millrace.catalog.diagnostic.DiagnosticCollector;
import io.millrace.catalog.diagnostic.Located;
import io.millrace.catalog.diagnostic.SourceText;
import io.millrace.catalog.script.SqlStatement;
import io.millrace.catalog.yaml.YamlNode;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads {@code expectations:}, by table a list of conditions with what becomes of rows that do not meet them. */
final class RowExpectationsReader {

    static final KeyTable KEYS = KeyTable.of(
            "an expectation",
            optional("name", "what messages and dead letters call it; the condition unless given"),
            required("condition", "a condition in SQL"),
            required("action", "what becomes of a row for which it is false"));

    private static final Map<String, ExpectationAction> ACTIONS = Arrays.stream(ExpectationAction.values())
            .collect(Collectors.toMap(ExpectationAction::key, Function.identity()));

    private final SourceText source;
    private final DiagnosticCollector problems;

    RowExpectationsReader(SourceText source, DiagnosticCollector problems) {
        this.source = source;
        this.problems = problems;
    }

    /** Those that are right; what is wrong with the others is reported. */
    List<TableExpectations> read(Optional<YamlNode> node) {
        if (node.isEmpty()) {
            return List.of();
        }
        if (node.get() instanceof YamlNode.Mapping tables) {
            return tables.entries().stream().map(this::table).toList();
        }
        wrongType("expectations", "a mapping of tables", node.get());
        return List.of();
    }

    private TableExpectations table(YamlNode.Entry entry) {
        Located<String> table = TableName.of(entry.key());
        if (entry.value() instanceof YamlNode.Sequence list) {
            return new TableExpectations(
                    source,
                    table,
                    list.items().stream()
                            .flatMap(item -> expectation(item).stream())
                            .toList());
        }
        wrongType("the expectations of '" + table.value() + "'", "a list", entry.value());
        return new TableExpectations(source, table, List.of());
    }

    private Optional<RowExpectation> expectation(YamlNode item) {
        if (item instanceof YamlNode.Mapping mapping && isShort(mapping)) {
            YamlNode.Entry only = mapping.entries().get(0);
            return condition(only.key()).flatMap(condition -> MappingReader.text("an action", only.value(), problems)
                    .flatMap(this::action)
                    .map(action -> new RowExpectation(condition.text(), condition, action)));
        }
        return MappingReader.open(item, KEYS, problems).flatMap(this::longForm);
    }

    private Optional<RowExpectation> longForm(MappingReader reader) {
        Optional<Located<ExpectationAction>> action = reader.text("action").flatMap(this::action);
        Optional<SqlStatement> condition = reader.node("condition")
                .filter(node -> reader.text("condition").isPresent())
                .flatMap(node -> condition((YamlNode.Scalar) node));
        Optional<String> name = reader.text("name").map(Located::value);
        return condition.flatMap(sql -> action.map(found -> new RowExpectation(name.orElse(sql.text()), sql, found)));
    }

    /** One key that is none of the long form's: the condition, with its action. */
    private static boolean isShort(YamlNode.Mapping mapping) {
        return mapping.entries().size() == 1
                && KEYS.key(mapping.entries().get(0).key().text()).isEmpty();
    }

    private Optional<Located<ExpectationAction>> action(Located<String> text) {
        ExpectationAction action = ACTIONS.get(text.value());
        if (action == null) {
            problems.error(
                    DiagnosticCode.BAD_VALUE,
                    text.location(),
                    "an action cannot be '" + text.value() + "'",
                    "one of: fail, drop, dead-letter, warn");
            return Optional.empty();
        }
        return Optional.of(new Located<>(action, text.location()));
    }

    private Optional<SqlStatement> condition(YamlNode.Scalar text) {
        return ConditionText.read(source, text, problems);
    }

    private void wrongType(String owner, String expected, YamlNode node) {
        problems.error(
                DiagnosticCode.WRONG_TYPE,
                node.location(),
                owner + " must be " + expected + ", this is " + node.kind());
    }
}
