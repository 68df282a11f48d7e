package io.millrace.catalog.script;

import io.millrace.catalog.diagnostic.DiagnosticCode;
import io.millrace.catalog.diagnostic.DiagnosticCollector;
import io.millrace.catalog.diagnostic.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Splits a SQL text as a session runs it: one statement after another. What stands between
 * {@code ... STATEMENT SET BEGIN} and {@code END} is part of one statement; {@code BEGIN STATEMENT SET}, the INSERTs
 * behind it and its {@code END} are statements of their own.
 */
public final class StatementSequence {

    private final SourceText source;
    private final DiagnosticCollector problems;
    private final List<SqlStatement> statements = new ArrayList<>();
    private List<SqlToken> current = new ArrayList<>();
    private boolean inBlock;
    private Optional<SqlToken> openSet = Optional.empty();

    private StatementSequence(SourceText source, DiagnosticCollector problems) {
        this.source = source;
        this.problems = problems;
    }

    /** The statements of a text; where problems are reported, it should not be run. */
    public static SqlScript of(SourceText source, DiagnosticCollector problems) {
        StatementSequence sequence = new StatementSequence(source, problems);
        int from = 0;
        List<SqlToken> tokens = SqlLexer.tokens(source, problems);
        for (int i = 0; i < tokens.size(); i++) {
            if (tokens.get(i).isSymbol(';')) {
                sequence.piece(tokens.subList(from, i), Optional.of(tokens.get(i)));
                from = i + 1;
            }
        }
        sequence.piece(tokens.subList(from, tokens.size()), Optional.empty());
        sequence.finish();
        return new SqlScript(source, List.copyOf(sequence.statements));
    }

    private void piece(List<SqlToken> tokens, Optional<SqlToken> semicolon) {
        boolean end = tokens.size() == 1 && tokens.get(0).isWord("END");
        inBlock = inBlock || opensBlock(tokens);
        current.addAll(tokens);
        if (inBlock && !end) {
            semicolon.ifPresent(current::add);
            return;
        }
        inBlock = false;
        if (!current.isEmpty()) {
            track(current, end);
            statements.add(StatementClassifier.classify(source, List.copyOf(current)));
        }
        current = new ArrayList<>();
    }

    /** Follows BEGIN STATEMENT SET to its END. */
    private void track(List<SqlToken> tokens, boolean end) {
        if (tokens.get(0).isWord("BEGIN")) {
            openSet = Optional.of(tokens.get(0));
        } else if (end && tokens.size() == 1) {
            openSet = Optional.empty();
        }
    }

    private void finish() {
        if (!current.isEmpty()) {
            openSet = Optional.of(current.get(0));
        }
        openSet.ifPresent(token -> problems.error(
                DiagnosticCode.BROKEN_STATEMENT_SET,
                source.locate(token.start()),
                "this statement set has no END",
                "close it with 'END;' on a line of its own"));
    }

    private static boolean opensBlock(List<SqlToken> tokens) {
        return IntStream.range(0, tokens.size() - 2)
                .anyMatch(i -> tokens.get(i).isWord("STATEMENT")
                        && tokens.get(i + 1).isWord("SET")
                        && tokens.get(i + 2).isWord("BEGIN"));
    }
}
