package io.millrace.catalog.validation;

import io.millrace.catalog.diagnostic.Diagnostic;
import io.millrace.catalog.diagnostic.DiagnosticCode;
import io.millrace.catalog.diagnostic.SourceLocation;
import io.millrace.catalog.program.PipelineSources;
import io.millrace.catalog.script.SqlStatement;
import io.millrace.catalog.script.SqlToken;
import io.millrace.catalog.script.StatementKind;
import io.millrace.catalog.script.WithClause;
import java.util.HashMap;
import java.util.Map;

/** A table gives each of its WITH options once: Flink would take the last one without a word. */
public final class DuplicateOptionRule implements ValidationRule {

    @Override
    public void check(ValidationContext catalog, Findings findings) {
        for (PipelineSources pipeline : catalog.pipelines()) {
            pipeline.statements(StatementKind.CREATE_TABLE)
                    .forEach(statement -> check(pipeline.name(), statement, findings));
        }
    }

    private static void check(String pipeline, SqlStatement statement, Findings findings) {
        Map<String, SourceLocation> seen = new HashMap<>();
        for (WithClause.Option option : WithClause.of(statement).options()) {
            SqlToken key = option.key();
            SourceLocation location = statement.source().locate(key.start());
            SourceLocation first = seen.putIfAbsent(key.value(), location);
            if (first != null) {
                findings.add(
                        pipeline,
                        Diagnostic.error(
                                DiagnosticCode.DUPLICATE_DEFINITION,
                                location,
                                "the option '" + key.value() + "' is given twice",
                                "the first one is at " + first));
            }
        }
    }
}
