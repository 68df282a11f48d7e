package io.millrace.catalog.program;

import io.millrace.catalog.diagnostic.DiagnosticCode;
import io.millrace.catalog.diagnostic.DiagnosticCollector;
import io.millrace.catalog.diagnostic.NearestName;
import io.millrace.catalog.diagnostic.SourceLocation;
import io.millrace.catalog.script.EditedText;
import io.millrace.catalog.script.EditedText.Edit;
import io.millrace.catalog.script.Placeholder;
import io.millrace.catalog.script.SqlStatement;
import io.millrace.catalog.script.SqlToken;
import io.millrace.catalog.script.StatementKind;
import io.millrace.catalog.script.WithClause;
import io.millrace.catalog.settings.Resolved;
import io.millrace.catalog.settings.Variables;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Puts a pipeline's variables and table options into one statement after another. */
final class StatementResolver {

    private final Variables variables;
    private final Map<String, Map<String, Resolved<String>>> tables;
    private final DiagnosticCollector problems;

    StatementResolver(
            Variables variables, Map<String, Map<String, Resolved<String>>> tables, DiagnosticCollector problems) {
        this.variables = variables;
        this.tables = tables;
        this.problems = problems;
    }

    /** The statement with its variables and options, and with other edits besides. */
    EditedText resolve(SqlStatement statement, List<Edit> others) {
        return resolve(statement, others, statement);
    }

    /**
     * The same for a statement that the edits make another one.
     *
     * @param result what the statement is after the edits
     */
    EditedText resolve(SqlStatement statement, List<Edit> others, SqlStatement result) {
        boolean table = statement.kind() == StatementKind.CREATE_TABLE;
        WithClause with = table ? WithClause.of(statement) : new WithClause(List.of(), statement.end(), false);
        Map<String, String> changes = table ? changes(statement) : Map.of();
        List<Edit> edits = new ArrayList<>(with.withOptions(changes));
        edits.addAll(others);
        for (SqlToken token : statement.tokens()) {
            boolean replaced =
                    edits.stream().anyMatch(edit -> edit.start() == token.start() && edit.end() > edit.start());
            if (token.kind() == SqlToken.Kind.STRING && !replaced) {
                edits.addAll(placeholders(statement, token, with.holdsValue(token)));
            }
        }
        return EditedText.of(result, edits);
    }

    private Map<String, String> changes(SqlStatement statement) {
        Map<String, String> changes = new LinkedHashMap<>();
        statement
                .name()
                .map(name -> tables.getOrDefault(name.simple(), Map.of()))
                .ifPresent(options -> options.forEach((key, value) -> {
                    SourceLocation location = value.location().orElseThrow();
                    changes.put(key, replaceAll(value.value(), placeholder -> location));
                }));
        return changes;
    }

    private String replaceAll(String text, Function<Placeholder, SourceLocation> locate) {
        return Placeholder.replace(text, placeholder -> value(placeholder, true, locate.apply(placeholder), text));
    }

    private List<Edit> placeholders(SqlStatement statement, SqlToken token, boolean optionValue) {
        List<Edit> edits = new ArrayList<>();
        for (Placeholder placeholder : Placeholder.in(token.text())) {
            int start = token.start() + placeholder.start();
            int end = token.start() + placeholder.end();
            SourceLocation location = statement.source().locate(start);
            String value = value(placeholder, optionValue, location, token.text());
            if (!value.equals(token.text().substring(placeholder.start(), placeholder.end()))) {
                edits.add(new Edit(start, end, value.replace("'", "''")));
            }
        }
        return edits;
    }

    /** The text that stands for a placeholder: the variable's value, or itself for secrets and what is wrong. */
    private String value(Placeholder placeholder, boolean secretAllowed, SourceLocation location, String text) {
        String written = text.substring(placeholder.start(), placeholder.end());
        if (placeholder.isMalformed()) {
            problems.error(
                    DiagnosticCode.BAD_PLACEHOLDER,
                    location,
                    "this is not a placeholder",
                    "write ${name} or ${secret:name}; a name holds letters, digits, '.', '_' and '-'");
            return written;
        }
        if (placeholder.secret()) {
            if (!secretAllowed) {
                problems.error(
                        DiagnosticCode.MISPLACED_SECRET,
                        location,
                        "a secret can only stand in the value of a WITH option",
                        "anywhere else it would be printed and logged");
            }
            return written;
        }
        return variables.value(placeholder.name()).orElseGet(() -> {
            reportUndefined(placeholder.name(), location);
            return written;
        });
    }

    private void reportUndefined(String name, SourceLocation location) {
        problems.error(
                DiagnosticCode.UNDEFINED_VARIABLE,
                location,
                "the variable '" + name + "' is not defined in this environment",
                NearestName.hint(name, variables.names())
                        .orElse("define it under 'variables' of the environment in millrace.yaml"));
    }
}
