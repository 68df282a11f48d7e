package io.millrace.launcher.compile;

import io.millrace.catalog.diagnostic.Diagnostic;
import io.millrace.catalog.diagnostic.DiagnosticCode;
import io.millrace.catalog.diagnostic.NearestName;
import io.millrace.catalog.diagnostic.SourceLocation;
import io.millrace.catalog.script.SqlToken;
import io.millrace.catalog.script.StatementKind;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Names that Flink takes for columns: a misspelt type, an alias before a star, and a window's arguments. */
final class MisreadNames {

    private static final Set<String> CASTS = Set.of("CAST", "TRY_CAST");
    private static final Set<String> WINDOWS = Set.of("TUMBLE", "HOP", "CUMULATE", "SESSION");

    private static final List<String> TYPES = List.of(
            "ARRAY",
            "BIGINT",
            "BINARY",
            "BOOLEAN",
            "BYTES",
            "CHAR",
            "DATE",
            "DECIMAL",
            "DOUBLE",
            "FLOAT",
            "INT",
            "INTEGER",
            "MAP",
            "MULTISET",
            "NUMERIC",
            "ROW",
            "SMALLINT",
            "STRING",
            "TIME",
            "TIMESTAMP",
            "TIMESTAMP_LTZ",
            "TINYINT",
            "VARBINARY",
            "VARCHAR");

    private final FlinkFailure failure;
    private final KnownObjects known;
    private final List<SqlToken> tokens;

    MisreadNames(FlinkFailure failure, KnownObjects known) {
        this.failure = failure;
        this.known = known;
        this.tokens = failure.sql().statement().tokens();
    }

    /** What the name at a place is instead of a column; empty where it is one. */
    Optional<Diagnostic> find(String name, SourceLocation location) {
        return IntStream.range(1, tokens.size())
                .filter(i -> place(i).equals(location))
                .boxed()
                .findFirst()
                .flatMap(i -> type(name, i).or(() -> alias(name, i)).or(() -> windowArgument(name, i)));
    }

    /** In a column list the word right behind the column's name is its type, in a cast the one behind AS. */
    private Optional<Diagnostic> type(String name, int at) {
        boolean declared = failure.sql().statement().kind() == StatementKind.CREATE_TABLE
                && at > 1
                && (tokens.get(at - 2).isSymbol('(') || tokens.get(at - 2).isSymbol(','));
        boolean cast = tokens.get(at - 1).isWord("AS") && isArgumentOf(CASTS, at);
        return declared || cast
                ? Optional.of(Diagnostic.error(
                        DiagnosticCode.INVALID_STATEMENT,
                        place(at),
                        "unknown type '" + name + "'",
                        NearestName.of(name, TYPES).map(type -> "did you mean '" + type + "'?")))
                : Optional.empty();
    }

    private Optional<Diagnostic> alias(String name, int at) {
        if (at + 2 >= tokens.size()
                || !tokens.get(at + 1).isSymbol('.')
                || !tokens.get(at + 2).isSymbol('*')) {
            return Optional.empty();
        }
        List<String> candidates = Stream.concat(
                        known.tables().stream(), known.names().namesGivenIn(failure.sql()).stream())
                .toList();
        return Optional.of(Diagnostic.error(
                DiagnosticCode.UNKNOWN_TABLE,
                place(at),
                "unknown table or alias '" + name + "'",
                NearestName.hint(name, candidates)));
    }

    private Optional<Diagnostic> windowArgument(String name, int at) {
        if (!isArgumentOf(WINDOWS, at)) {
            return Optional.empty();
        }
        boolean table = known.tables().contains(name);
        boolean column = known.names().columnsFor(failure.sql()).contains(name);
        return table || column
                ? Optional.of(Diagnostic.error(
                        DiagnosticCode.WRONG_ARGUMENTS,
                        place(at),
                        "a window function does not take '" + name + "' alone",
                        table ? "write TABLE " + name : "write DESCRIPTOR(" + name + ")"))
                : Optional.empty();
    }

    /** Whether a token stands right in the parentheses of one of these functions. */
    private boolean isArgumentOf(Set<String> functions, int at) {
        int depth = 0;
        for (int i = at - 1; i > 0; i--) {
            depth += tokens.get(i).isSymbol(')') ? 1 : tokens.get(i).isSymbol('(') ? -1 : 0;
            if (depth < 0) {
                return functions.stream().anyMatch(tokens.get(i - 1)::isWord);
            }
        }
        return false;
    }

    private SourceLocation place(int at) {
        return failure.sql().statement().source().locate(tokens.get(at).start());
    }
}
