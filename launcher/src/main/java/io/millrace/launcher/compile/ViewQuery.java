package io.millrace.launcher.compile;

import io.millrace.catalog.diagnostic.DiagnosticCode;
import io.millrace.catalog.diagnostic.DiagnosticCollector;
import io.millrace.catalog.diagnostic.SourceText;
import io.millrace.catalog.script.EditedText;
import io.millrace.catalog.script.EditedText.Edit;
import io.millrace.catalog.script.SqlLexer;
import io.millrace.catalog.script.SqlStatement;
import io.millrace.catalog.script.SqlToken;
import io.millrace.catalog.script.StatementKind;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.flink.table.api.SqlParserException;

/**
 * A query for the rows of one view or table.
 *
 * @param sql its text, whose places are those of the condition, or the start of the object's definition without one
 */
public record ViewQuery(EditedText sql) {

    /** All rows. */
    public static ViewQuery all(EditedText definition) {
        SqlStatement statement = definition.statement();
        return new ViewQuery(EditedText.of(
                statement, List.of(new Edit(statement.start(), statement.end(), selectFrom(definition)))));
    }

    /**
     * The rows for which a condition holds.
     *
     * @param condition one SQL expression; its file's name says where the user wrote it
     * @param problems receives what keeps it from being one
     */
    public static Optional<ViewQuery> where(EditedText definition, SourceText condition, DiagnosticCollector problems) {
        int before = problems.count();
        List<SqlToken> tokens = SqlLexer.tokens(condition, problems);
        if (tokens.isEmpty()) {
            problems.error(DiagnosticCode.SQL_SYNTAX, condition.locate(0), "the condition is empty");
        }
        if (problems.count() > before) {
            return Optional.empty();
        }
        SqlStatement statement = new SqlStatement(condition, tokens, StatementKind.SELECT, Optional.empty());
        EditedText alone = EditedText.of(statement, List.of());
        try {
            FlinkSqlParser.parseExpression(alone.text());
        } catch (SqlParserException e) {
            problems.addAll(SyntaxErrors.diagnose(new FlinkFailure(alone, e, new Redaction())));
            return Optional.empty();
        }
        // A line break ends any comment that the condition ends with.
        return Optional.of(new ViewQuery(EditedText.of(
                statement,
                List.of(
                        new Edit(statement.start(), statement.start(), selectFrom(definition) + " WHERE ("),
                        new Edit(statement.end(), statement.end(), "\n)")))));
    }

    /** The tables and views that the query names. */
    Set<String> reads() {
        return TableReads.of(FlinkSqlParser.parse(sql.text()));
    }

    private static String selectFrom(EditedText definition) {
        return "SELECT * FROM "
                + definition.statement().name().orElseThrow().parts().stream()
                        .map(part -> "`" + part.replace("`", "``") + "`")
                        .collect(Collectors.joining("."));
    }
}
