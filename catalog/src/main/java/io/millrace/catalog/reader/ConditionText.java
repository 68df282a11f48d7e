package io.millrace.catalog.reader;

import io.millrace.catalog.diagnostic.DiagnosticCode;
import io.millrace.catalog.diagnostic.DiagnosticCollector;
import io.millrace.catalog.diagnostic.SourceText;
import io.millrace.catalog.script.SqlLexer;
import io.millrace.catalog.script.SqlStatement;
import io.millrace.catalog.script.SqlToken;
import io.millrace.catalog.script.StatementKind;
import io.millrace.catalog.yaml.YamlNode;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads a SQL condition that stands in a YAML file, so that its tokens know their places there. */
final class ConditionText {

    private static final Pattern NOT_A_LINE_END = Pattern.compile("[^\r\n]");

    private ConditionText() {}

    /**
     * The condition as tokens. Where YAML's quotes or folds change its text, its places are exact at its start and
     * those of the value behind it.
     *
     * @return empty, with a report, where it is no single condition
     */
    static Optional<SqlStatement> read(SourceText source, YamlNode.Scalar scalar, DiagnosticCollector problems) {
        String text = scalar.text();
        int written = source.offset(scalar.location());
        boolean plain = source.content().startsWith(text, written);
        char first = source.content().charAt(written);
        int start = !plain && (first == '\'' || first == '"') ? written + 1 : written;
        String before = source.content().substring(0, start);
        SourceText lexed =
                new SourceText(source.file(), NOT_A_LINE_END.matcher(before).replaceAll(" ") + text);
        int count = problems.count();
        List<SqlToken> tokens = SqlLexer.tokens(lexed, problems);
        SourceText places =
                source.content().startsWith(text, start) ? source : new SourceText(source.file(), before + text);
        return problems.count() == count && isWhole(tokens, places, scalar, problems)
                ? Optional.of(new SqlStatement(places, tokens, StatementKind.OTHER, Optional.empty()))
                : Optional.empty();
    }

    /** Whether nothing in it ends the place of an expression in which it will stand. */
    private static boolean isWhole(
            List<SqlToken> tokens, SourceText places, YamlNode.Scalar scalar, DiagnosticCollector problems) {
        if (tokens.isEmpty()) {
            problems.error(DiagnosticCode.BAD_VALUE, scalar.location(), "a condition is missing here");
            return false;
        }
        int depth = 0;
        for (SqlToken token : tokens) {
            depth += token.isSymbol('(') ? 1 : token.isSymbol(')') ? -1 : 0;
            if (depth < 0 || token.isSymbol(';')) {
                problems.error(
                        DiagnosticCode.SQL_SYNTAX,
                        places.locate(token.start()),
                        "unexpected '" + token.text() + "'",
                        "an expectation is one condition");
                return false;
            }
        }
        if (depth > 0) {
            problems.error(
                    DiagnosticCode.SQL_SYNTAX,
                    places.locate(tokens.get(tokens.size() - 1).end()),
                    "the condition ends too early; expected )");
        }
        return depth == 0;
    }
}
