package io.millrace.catalog.validation;

import io.millrace.catalog.descriptor.Stage;
import io.millrace.catalog.diagnostic.Diagnostic;
import io.millrace.catalog.diagnostic.DiagnosticCode;
import io.millrace.catalog.program.PipelineSources;
import io.millrace.catalog.script.SqlStatement;
import io.millrace.catalog.script.SqlToken;
import io.millrace.catalog.script.StatementKind;
import java.util.Optional;

/** Each stage holds only the kinds of statement that it accepts, so that composing a pipeline never starts a job. */
public final class StageRule implements ValidationRule {

    @Override
    public void check(ValidationContext catalog, Findings findings) {
        for (PipelineSources pipeline : catalog.pipelines()) {
            for (PipelineSources.StageScript script : pipeline.scripts()) {
                for (SqlStatement statement : script.script().statements()) {
                    check(script.stage(), statement).ifPresent(diagnostic -> findings.add(pipeline.name(), diagnostic));
                }
            }
        }
    }

    private static Optional<Diagnostic> check(Stage stage, SqlStatement statement) {
        StatementKind kind = statement.kind();
        if (!stage.accepts(kind)) {
            return Optional.of(Diagnostic.error(
                    DiagnosticCode.STATEMENT_NOT_ALLOWED,
                    statement.location(),
                    kind.label() + " is not allowed in a script of '" + stage.key() + "'",
                    hint(stage, kind)));
        }
        if (kind == StatementKind.CREATE_TABLE) {
            return queryOf(statement)
                    .map(as -> Diagnostic.error(
                            DiagnosticCode.STATEMENT_NOT_ALLOWED,
                            statement.source().locate(as.start()),
                            "CREATE TABLE ... AS would start a job of its own",
                            "declare the columns, and fill the table with an INSERT in 'sink'"));
        }
        return Optional.empty();
    }

    private static String hint(Stage stage, StatementKind kind) {
        return switch (kind) {
            case SET -> "options go under 'settings' of the descriptor";
            case SELECT -> "make it a view in 'transform', or the query of an INSERT in 'sink'";
            case OTHER -> "'" + stage.key() + "' accepts " + stage.description();
            default ->
                "'" + stage.key() + "' accepts " + stage.description() + "; this belongs in '"
                        + Stage.accepting(kind).key() + "'";
        };
    }

    private static Optional<SqlToken> queryOf(SqlStatement createTable) {
        int depth = 0;
        for (SqlToken token : createTable.tokens()) {
            depth += token.isSymbol('(') ? 1 : token.isSymbol(')') ? -1 : 0;
            if (depth == 0 && token.isWord("AS")) {
                return Optional.of(token);
            }
        }
        return Optional.empty();
    }
}
