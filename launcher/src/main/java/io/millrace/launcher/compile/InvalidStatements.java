package io.millrace.launcher.compile;

import io.millrace.catalog.diagnostic.Diagnostic;
import io.millrace.catalog.diagnostic.DiagnosticCode;
import io.millrace.catalog.diagnostic.SourceLocation;
import io.millrace.catalog.script.SqlToken;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Everything that no other mapping knows: Flink's words, at the best place there is. */
final class InvalidStatements implements ErrorMapping {

    /** Checks of the planner that have no position, by their first words, and the word of the query they are about. */
    private static final Map<String, String> CLAUSES = Map.of(
            "Sort on ", "ORDER",
            "Temporal Table Join ", "FOR",
            "OVER window", "OVER",
            "Match Recognize", "MATCH_RECOGNIZE");

    private static final Pattern QUOTED = Pattern.compile("'([^']+)'");

    @Override
    public Optional<List<Diagnostic>> map(FlinkFailure failure, KnownObjects known) {
        String message = failure.summary();
        SourceLocation reported = failure.location();
        boolean placed = !reported.equals(failure.sql().statement().location());
        SourceLocation location = placed
                ? reported
                : clause(message, failure).or(() -> nameIn(message, failure)).orElse(reported);
        return Optional.of(List.of(Diagnostic.error(DiagnosticCode.INVALID_STATEMENT, location, message)));
    }

    private static Optional<SourceLocation> clause(String message, FlinkFailure failure) {
        return CLAUSES.entrySet().stream()
                .filter(clause -> message.startsWith(clause.getKey()))
                .findFirst()
                .flatMap(clause -> failure.sql().statement().tokens().stream()
                        .filter(token -> token.isWord(clause.getValue()))
                        .findFirst())
                .map(token -> failure.sql().statement().source().locate(token.start()));
    }

    /** The place of the first name of the statement that the message quotes, such as a sink's. */
    private static Optional<SourceLocation> nameIn(String message, FlinkFailure failure) {
        List<SqlToken> tokens = failure.sql().statement().tokens();
        return QUOTED.matcher(message)
                .results()
                .map(result -> result.group(1))
                .filter(quoted -> tokens.stream()
                        .anyMatch(token -> token.kind() != SqlToken.Kind.STRING
                                && token.value().equals(quoted)))
                .findFirst()
                .map(failure::locationOf);
    }
}
