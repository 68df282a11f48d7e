package io.millrace.catalog.script;

import io.millrace.catalog.diagnostic.DiagnosticCode;
import io.millrace.catalog.diagnostic.DiagnosticCollector;
import io.millrace.catalog.diagnostic.SourceText;
import io.millrace.catalog.script.SqlToken.Kind;
import java.util.ArrayList;
import java.util.List;

/**
 * Splits a SQL text into tokens by the lexical rules of Flink's default dialect: {@code 'strings'} with doubled
 * quotes, {@code `identifiers`}, comments from {@code --} or {@code //} to the line's end, {@code /* *}{@code /}
 * comments that do not nest, and hints, which are tokens. Comments leave no token.
 */
public final class SqlLexer {

    private final SourceText source;
    private final String text;
    private final DiagnosticCollector problems;
    private final List<SqlToken> tokens = new ArrayList<>();
    private int at;

    private SqlLexer(SourceText source, DiagnosticCollector problems) {
        this.source = source;
        this.text = source.content();
        this.problems = problems;
    }

    /** The tokens of a text; where a string, quoted identifier or comment never ends, those before it, and an error. */
    public static List<SqlToken> tokens(SourceText source, DiagnosticCollector problems) {
        SqlLexer lexer = new SqlLexer(source, problems);
        while (lexer.at < lexer.text.length()) {
            lexer.next();
        }
        return List.copyOf(lexer.tokens);
    }

    private void next() {
        char c = text.charAt(at);
        if (Character.isWhitespace(c)) {
            at++;
        } else if (text.startsWith("--", at) || text.startsWith("//", at)) {
            skipLine();
        } else if (text.startsWith("/*+", at)) {
            hint();
        } else if (text.startsWith("/*", at)) {
            blockComment();
        } else if (c == '\'') {
            quoted('\'', Kind.STRING, "string");
        } else if (c == '`') {
            quoted('`', Kind.QUOTED_IDENTIFIER, "quoted identifier");
        } else if (c == '"') {
            quoted('"', Kind.QUOTED_IDENTIFIER, "quoted identifier");
        } else if (Character.isDigit(c)) {
            run(Kind.NUMBER);
        } else if (Character.isUnicodeIdentifierStart(text.codePointAt(at)) || c == '_' || c == '$') {
            run(Kind.WORD);
        } else {
            int end = at + Character.charCount(text.codePointAt(at));
            add(Kind.SYMBOL, end);
        }
    }

    private void skipLine() {
        while (at < text.length() && text.charAt(at) != '\n' && text.charAt(at) != '\r') {
            at++;
        }
    }

    private void blockComment() {
        int end = text.indexOf("*/", at + 2);
        if (end < 0) {
            unterminated("comment");
        } else {
            at = end + 2;
        }
    }

    private void hint() {
        int end = at + 3;
        while (end < text.length() && !text.startsWith("*/", end)) {
            int closing = text.charAt(end) == '\'' ? closingQuote('\'', end) : end;
            end = (closing < 0 ? end : closing) + 1;
        }
        if (end >= text.length()) {
            unterminated("hint");
        } else {
            add(Kind.HINT, end + 2);
        }
    }

    private void quoted(char quote, Kind kind, String what) {
        int closing = closingQuote(quote, at);
        if (closing < 0) {
            unterminated(what);
        } else {
            add(kind, closing + 1);
        }
    }

    /** Offset of the quote that closes the one at {@code open}, where a doubled quote stands for itself; or -1. */
    private int closingQuote(char quote, int open) {
        int closing = text.indexOf(quote, open + 1);
        while (closing >= 0 && closing + 1 < text.length() && text.charAt(closing + 1) == quote) {
            closing = text.indexOf(quote, closing + 2);
        }
        return closing;
    }

    private void run(Kind kind) {
        int end = at;
        while (end < text.length() && isPart(kind, end)) {
            end += Character.charCount(text.codePointAt(end));
        }
        add(kind, end);
    }

    private boolean isPart(Kind kind, int offset) {
        char c = text.charAt(offset);
        if (kind == Kind.NUMBER && c == '.') {
            return true;
        }
        return c == '$' || c == '_' || Character.isUnicodeIdentifierPart(text.codePointAt(offset));
    }

    private void add(Kind kind, int end) {
        tokens.add(new SqlToken(kind, at, end, text.substring(at, end)));
        at = end;
    }

    private void unterminated(String what) {
        problems.error(
                DiagnosticCode.SQL_UNTERMINATED,
                source.locate(at),
                "this " + what + " is never closed",
                "everything behind it was skipped");
        at = text.length();
    }
}
