package io.millrace.catalog.validation;

import io.millrace.catalog.descriptor.ExpectationAction;
import io.millrace.catalog.descriptor.RowExpectation;
import io.millrace.catalog.descriptor.Stage;
import io.millrace.catalog.descriptor.TableExpectations;
import io.millrace.catalog.diagnostic.Diagnostic;
import io.millrace.catalog.diagnostic.DiagnosticCode;
import io.millrace.catalog.diagnostic.Located;
import io.millrace.catalog.diagnostic.NearestName;
import io.millrace.catalog.program.DeadLetterTable;
import io.millrace.catalog.program.PipelineSources;
import io.millrace.catalog.program.RowColumns;
import io.millrace.catalog.script.SqlName;
import io.millrace.catalog.script.SqlStatement;
import io.millrace.catalog.script.StatementKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Where rows become dead letters there is a table for them, with the columns that are filled. */
public final class DeadLetterRule implements ValidationRule {

    private static final String DECLARATION = "declare them as STRING: pipeline, table_name, reason, source_position,"
            + " row_data; a column failed_at TIMESTAMP_LTZ(3) is filled where there is one";

    @Override
    public void check(ValidationContext catalog, Findings findings) {
        for (PipelineSources pipeline : catalog.pipelines()) {
            List<Diagnostic> found = new ArrayList<>();
            pipeline.descriptor().deadLetters().ifPresent(name -> table(pipeline, name)
                    .ifPresent(found::add));
            for (TableExpectations expected : pipeline.descriptor().expectations()) {
                expected.with(ExpectationAction.DEAD_LETTER)
                        .findFirst()
                        .flatMap(expectation -> check(pipeline, expected, expectation))
                        .ifPresent(found::add);
            }
            found.forEach(diagnostic -> findings.add(pipeline.name(), diagnostic));
        }
    }

    private static Optional<Diagnostic> table(PipelineSources pipeline, Located<String> name) {
        Optional<SqlStatement> table = pipeline.deadLetters();
        if (table.isEmpty()) {
            return Optional.of(Diagnostic.error(
                    DiagnosticCode.NO_DEAD_LETTER_TABLE,
                    name.location(),
                    "no script of 'sink' declares the table '" + name.value() + "'",
                    NearestName.hint(name.value(), sinks(pipeline)).orElse("declare it with CREATE TABLE")));
        }
        List<String> missing = new DeadLetterTable(table.get()).missing();
        return missing.isEmpty()
                ? Optional.empty()
                : Optional.of(Diagnostic.error(
                        DiagnosticCode.DEAD_LETTER_COLUMNS,
                        name.location(),
                        "the table '" + name.value() + "' lacks the columns " + String.join(", ", missing),
                        DECLARATION));
    }

    private static Optional<Diagnostic> check(
            PipelineSources pipeline, TableExpectations expected, RowExpectation expectation) {
        String table = expected.table().value();
        if (pipeline.descriptor().deadLetters().isEmpty()) {
            return Optional.of(Diagnostic.error(
                    DiagnosticCode.NO_DEAD_LETTER_TABLE,
                    expectation.action().location(),
                    "the pipeline has no table for dead letters",
                    "name a table of 'sink' under 'dead-letters'"));
        }
        return pipeline.checkable(table)
                .filter(statement -> RowColumns.of(statement).isEmpty())
                .map(statement -> Diagnostic.error(
                        DiagnosticCode.COLUMNS_NOT_NAMED,
                        expectation.action().location(),
                        "the columns of '" + table + "' are not named where it is declared, at " + statement.location(),
                        statement.kind() == StatementKind.CREATE_VIEW
                                ? "name them: CREATE VIEW " + table + " (column, ...) AS SELECT ..."
                                : "list them in its CREATE TABLE instead of LIKE"));
    }

    private static List<String> sinks(PipelineSources pipeline) {
        return pipeline.scripts().stream()
                .filter(script -> script.stage() == Stage.SINK)
                .flatMap(script -> script.script().statements().stream())
                .filter(statement -> statement.kind() == StatementKind.CREATE_TABLE)
                .flatMap(statement -> statement.name().stream())
                .map(SqlName::simple)
                .toList();
    }
}
