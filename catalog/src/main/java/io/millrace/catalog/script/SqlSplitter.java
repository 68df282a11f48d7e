package io.millrace.catalog.script;

import io.millrace.catalog.diagnostic.DiagnosticCode;
import io.millrace.catalog.diagnostic.DiagnosticCollector;
import io.millrace.catalog.diagnostic.SourceText;
import java.util.ArrayList;
import java.util.List;

/**
 * Splits a SQL file into statements. The INSERTs of {@code EXECUTE STATEMENT SET BEGIN ... END} and of
 * {@code BEGIN STATEMENT SET; ... END} become statements of their own, because a pipeline runs all of its INSERTs as
 * one set anyway.
 */
public final class SqlSplitter {

    private final SourceText source;
    private final DiagnosticCollector problems;
    private final List<SqlStatement> statements = new ArrayList<>();
    private SqlToken openSet;

    private SqlSplitter(SourceText source, DiagnosticCollector problems) {
        this.source = source;
        this.problems = problems;
    }

    /** The statements of a file; problems are reported and what can be read is returned. */
    public static SqlScript split(SourceText source, DiagnosticCollector problems) {
        SqlSplitter splitter = new SqlSplitter(source, problems);
        List<SqlToken> current = new ArrayList<>();
        for (SqlToken token : SqlLexer.tokens(source, problems)) {
            if (token.isSymbol(';')) {
                splitter.accept(current);
                current = new ArrayList<>();
            } else {
                current.add(token);
            }
        }
        splitter.accept(current);
        splitter.finish();
        return new SqlScript(source, List.copyOf(splitter.statements));
    }

    private void accept(List<SqlToken> tokens) {
        if (tokens.isEmpty()) {
            return;
        }
        if (startsWith(tokens, "EXECUTE", "STATEMENT", "SET", "BEGIN")) {
            open(tokens.get(0));
            accept(tokens.subList(4, tokens.size()));
        } else if (startsWith(tokens, "BEGIN", "STATEMENT", "SET")) {
            open(tokens.get(0));
            accept(tokens.subList(3, tokens.size()));
        } else if (tokens.size() == 1 && tokens.get(0).isWord("END")) {
            close(tokens.get(0));
        } else {
            add(tokens);
        }
    }

    private void add(List<SqlToken> tokens) {
        SqlStatement statement = StatementClassifier.classify(source, List.copyOf(tokens));
        if (openSet != null && statement.kind() != StatementKind.INSERT) {
            problems.error(
                    DiagnosticCode.BROKEN_STATEMENT_SET,
                    statement.location(),
                    "a statement set holds only INSERT statements");
        }
        statements.add(statement);
    }

    private void open(SqlToken begin) {
        if (openSet != null) {
            problems.error(
                    DiagnosticCode.BROKEN_STATEMENT_SET,
                    source.locate(begin.start()),
                    "a statement set cannot stand inside another");
        }
        openSet = begin;
    }

    private void close(SqlToken end) {
        if (openSet == null) {
            problems.error(
                    DiagnosticCode.BROKEN_STATEMENT_SET,
                    source.locate(end.start()),
                    "this END closes no statement set");
        }
        openSet = null;
    }

    private void finish() {
        if (openSet != null) {
            problems.error(
                    DiagnosticCode.BROKEN_STATEMENT_SET,
                    source.locate(openSet.start()),
                    "this statement set has no END",
                    "close it with 'END;' on a line of its own");
        }
    }

    private static boolean startsWith(List<SqlToken> tokens, String... words) {
        if (tokens.size() < words.length) {
            return false;
        }
        for (int i = 0; i < words.length; i++) {
            if (!tokens.get(i).isWord(words[i])) {
                return false;
            }
        }
        return true;
    }
}
