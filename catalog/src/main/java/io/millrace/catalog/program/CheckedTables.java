package io.millrace.catalog.program;

import io.millrace.catalog.descriptor.ExpectationAction;
import io.millrace.catalog.descriptor.PipelineDescriptor;
import io.millrace.catalog.descriptor.RowExpectation;
import io.millrace.catalog.descriptor.TableExpectations;
import io.millrace.catalog.diagnostic.Located;
import io.millrace.catalog.script.EditedText;
import io.millrace.catalog.script.SqlStatement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Turns the expectations of a pipeline into plain SQL: views that check rows, and INSERTs of dead letters. */
final class CheckedTables {

    private final PipelineSources sources;
    private final StatementResolver resolver;
    private final Map<SqlStatement, CheckedTable> tables = new LinkedHashMap<>();

    CheckedTables(PipelineSources sources, StatementResolver resolver) {
        this.sources = sources;
        this.resolver = resolver;
        for (TableExpectations expected : sources.descriptor().expectations()) {
            if (!expected.expectations().isEmpty()) {
                sources.checkable(expected.table().value())
                        .ifPresent(statement -> tables.put(statement, new CheckedTable(statement, expected, resolver)));
            }
        }
    }

    /** The functions that the checks call and the descriptor does not name itself. */
    List<ProgramStep> functions() {
        Map<String, ProgramStep> steps = new LinkedHashMap<>();
        PipelineDescriptor pipeline = sources.descriptor();
        for (TableExpectations expected : pipeline.expectations()) {
            for (RowExpectation expectation : expected.expectations()) {
                Located<ExpectationAction> action = expectation.action();
                CheckFunction.of(action.value())
                        .filter(function -> pipeline.functions().stream()
                                .noneMatch(named -> named.name().equalsIgnoreCase(function.name())))
                        .ifPresent(function -> steps.putIfAbsent(
                                function.name(),
                                new ProgramStep.CreateFunction(
                                        function.name(), function.className(), action.location())));
            }
        }
        return List.copyOf(steps.values());
    }

    /** The steps that declare one object: itself, and the view that checks its rows where something is expected. */
    List<ProgramStep> declare(SqlStatement statement) {
        CheckedTable checked = tables.get(statement);
        if (checked == null) {
            return List.of(new ProgramStep.CreateObject(resolver.resolve(statement, List.of())));
        }
        EditedText all = resolver.resolve(statement, List.of(checked.rename()), checked.renamed());
        return List.of(
                new ProgramStep.CreateObject(all),
                new ProgramStep.CheckRows(checked.table(), checked.unchecked()),
                new ProgramStep.CreateObject(checked.view()));
    }

    /** The INSERTs of dead letters. */
    List<EditedText> deadLetters() {
        Optional<SqlStatement> letters = sources.deadLetters();
        List<EditedText> inserts = new ArrayList<>();
        letters.ifPresent(table -> tables.values()
                .forEach(checked -> checked.deadLetters(sources.name(), table).ifPresent(inserts::add)));
        return inserts;
    }
}
