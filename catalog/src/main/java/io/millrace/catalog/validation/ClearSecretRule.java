package io.millrace.catalog.validation;

import io.millrace.catalog.descriptor.Environment;
import io.millrace.catalog.descriptor.TableOptions;
import io.millrace.catalog.diagnostic.Diagnostic;
import io.millrace.catalog.diagnostic.DiagnosticCode;
import io.millrace.catalog.diagnostic.SourceLocation;
import io.millrace.catalog.program.PipelineSources;
import io.millrace.catalog.script.ClearSecrets;
import io.millrace.catalog.script.SqlStatement;
import io.millrace.catalog.script.StatementKind;
import io.millrace.catalog.script.WithClause;
import java.util.List;
import java.util.function.Consumer;

/** Secrets are named, not written: what stands in a file is printed, deployed and kept with every release. */
public final class ClearSecretRule implements ValidationRule {

    @Override
    public void check(ValidationContext catalog, Findings findings) {
        for (PipelineSources pipeline : catalog.pipelines()) {
            Consumer<Diagnostic> report = diagnostic -> findings.add(pipeline.name(), diagnostic);
            pipeline.statements(StatementKind.CREATE_TABLE).forEach(statement -> check(statement, report));
            pipeline.descriptor().tablesEverywhere().forEach(tables -> check(tables, report));
        }
        for (Environment environment : catalog.project().environments().values()) {
            check(environment.tables(), findings::add);
        }
    }

    private static void check(SqlStatement statement, Consumer<Diagnostic> report) {
        for (WithClause.Option option : WithClause.of(statement).options()) {
            check(
                    option.key().value(),
                    option.value().value(),
                    statement.source().locate(option.value().start()),
                    report);
        }
    }

    private static void check(List<TableOptions> tables, Consumer<Diagnostic> report) {
        tables.forEach(
                table -> table.options().forEach((key, value) -> check(key, value.value(), value.location(), report)));
    }

    private static void check(String key, String value, SourceLocation location, Consumer<Diagnostic> report) {
        if (ClearSecrets.isIn(key, value)) {
            report.accept(Diagnostic.warning(
                    DiagnosticCode.SECRET_IN_CLEAR,
                    location,
                    "the value of '" + key + "' can be read by everybody who has this file",
                    "write '${secret:name}'; the environment's 'secrets' say where its value is"));
        }
    }
}
