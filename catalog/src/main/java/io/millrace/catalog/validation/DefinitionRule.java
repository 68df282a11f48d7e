package io.millrace.catalog.validation;

import io.millrace.catalog.diagnostic.Diagnostic;
import io.millrace.catalog.diagnostic.DiagnosticCode;
import io.millrace.catalog.program.PipelineSources;
import io.millrace.catalog.script.SqlName;
import io.millrace.catalog.script.SqlStatement;
import io.millrace.catalog.script.SqlToken;
import io.millrace.catalog.script.StatementKind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** A pipeline defines a name once, and files that define one table agree about it. */
public final class DefinitionRule implements ValidationRule {

    private static final Set<StatementKind> DEFINITIONS =
            Set.of(StatementKind.CREATE_TABLE, StatementKind.CREATE_VIEW, StatementKind.CREATE_FUNCTION);

    @Override
    public void check(ValidationContext catalog, Findings findings) {
        Map<String, SqlStatement> tables = new HashMap<>();
        for (PipelineSources pipeline : catalog.pipelines()) {
            Map<String, SqlStatement> own = new HashMap<>();
            pipeline.statements()
                    .filter(statement -> DEFINITIONS.contains(statement.kind()))
                    .forEach(statement -> statement.name().ifPresent(name -> {
                        checkOnce(pipeline.name(), own, name, statement, findings);
                        if (statement.kind() == StatementKind.CREATE_TABLE) {
                            checkAgreement(pipeline.name(), tables, name, statement, findings);
                        }
                    }));
        }
    }

    private static void checkOnce(
            String pipeline, Map<String, SqlStatement> own, SqlName name, SqlStatement statement, Findings findings) {
        boolean function = statement.kind() == StatementKind.CREATE_FUNCTION;
        SqlStatement first = own.putIfAbsent((function ? "function " : "") + name.qualified(), statement);
        if (first != null) {
            findings.add(
                    pipeline,
                    Diagnostic.error(
                            DiagnosticCode.DUPLICATE_DEFINITION,
                            statement.source().locate(name.start()),
                            "'" + name.qualified() + "' is defined twice in the pipeline '" + pipeline + "'",
                            "the first definition is at " + first.location()));
        }
    }

    private static void checkAgreement(
            String pipeline,
            Map<String, SqlStatement> tables,
            SqlName name,
            SqlStatement statement,
            Findings findings) {
        SqlStatement first = tables.putIfAbsent(name.qualified(), statement);
        boolean otherFile = first != null
                && !first.source().file().equals(statement.source().file());
        if (otherFile && !words(first).equals(words(statement))) {
            findings.add(
                    pipeline,
                    Diagnostic.error(
                            DiagnosticCode.CONFLICTING_DEFINITION,
                            statement.source().locate(name.start()),
                            "the table '" + name.qualified() + "' is defined differently in another file",
                            "the other definition is at " + first.location() + "; share one file, or rename one"));
        }
    }

    private static List<String> words(SqlStatement statement) {
        return statement.tokens().stream().map(SqlToken::text).collect(Collectors.toList());
    }
}
