package io.millrace.launcher.compile;

import io.millrace.catalog.diagnostic.Diagnostic;
import io.millrace.catalog.diagnostic.DiagnosticCode;
import io.millrace.catalog.diagnostic.SourceLocation;
import io.millrace.catalog.script.EditedText;
import io.millrace.catalog.script.SqlToken;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Everything that no other mapping knows: Flink's words, at the best place there is, and what to do where that is known. */
final class InvalidStatements implements ErrorMapping {

    /** Checks of the planner that have no position, and the word of the query they are about. */
    private static final List<Advice> CLAUSES = List.of(
            new Advice("^Sort on ", "ORDER"),
            new Advice("^Temporal [Tt]able|getTable\\(ObjectPath, long\\)", "FOR"),
            new Advice("^Unknown join type", "RIGHT|FULL"),
            new Advice("^OVER |^Over Agg|window can only be ordered", "OVER"),
            new Advice("^All rows per match", "ALL"),
            new Advice("^Greedy quantifiers|^Reluctant|[Pp]attern", "PATTERN"),
            new Advice("^Primary sort order of a streaming table", "DESC"),
            new Advice("^Match Recognize|^You must specify either rowtime or proctime", "MATCH_RECOGNIZE"),
            new Advice("^(?:TUMBLE|HOP|CUMULATE|SESSION) |[Ww]indow", "TUMBLE|HOP|CUMULATE|SESSION"),
            new Advice("^CumulativeWindowAssigner ", "CUMULATE"));

    private static final List<Advice> HINTS = List.of(
            new Advice("is not being grouped", "add it to GROUP BY, or aggregate it, for example with MAX"),
            new Advice("Aggregate expression is illegal in WHERE", "filter groups with HAVING"),
            new Advice("Aggregate expressions cannot be nested", "aggregate in a subquery first"),
            new Advice(
                    "Temporal Table Join requires primary key",
                    "declare PRIMARY KEY (...) NOT ENFORCED there, and compare it in ON"),
            new Advice("^Temporal table's primary key", "compare the whole primary key of that table in ON"),
            new Advice("left table's time attribute field", "declare a WATERMARK for that column in its CREATE TABLE"),
            new Advice("^Unknown join type", "a join AS OF a time is INNER or LEFT"),
            new Advice("getTable\\(ObjectPath, long\\)", "join AS OF a time attribute of the other table"),
            new Advice("^All rows per match", "write ONE ROW PER MATCH, or leave it out"),
            new Advice("^Primary sort order of a streaming table", "MATCH_RECOGNIZE reads rows in the order of time"),
            new Advice("^Greedy quantifiers", "put another variable behind it, or write *? instead of *"),
            new Advice("You must specify either rowtime or proctime", "add ORDER BY with a time attribute"),
            new Advice("window can only be ordered by a single time column", "add ORDER BY with a time attribute"),
            new Advice(
                    "All aggregates must be computed on the same window", "use one PARTITION BY and ORDER BY in all"),
            new Advice("does not allow NULLs", "list that column too, and give it a value"));

    private static final Pattern TIME_TRAVEL = Pattern.compile("^getTable\\(ObjectPath, long\\) is not implemented.*");
    private static final Pattern QUOTED = Pattern.compile("'([^']+)'");

    @Override
    public Optional<List<Diagnostic>> map(FlinkFailure failure, KnownObjects known) {
        String message = failure.summary();
        SourceLocation reported = failure.location();
        boolean placed = !reported.equals(failure.sql().statement().location());
        SourceLocation location = placed
                ? reported
                : column(message, failure)
                        .or(() -> nameIn(message, failure))
                        .or(() -> clause(message, failure, known))
                        .orElse(reported);
        return Optional.of(List.of(Diagnostic.error(
                DiagnosticCode.INVALID_STATEMENT,
                location,
                TIME_TRAVEL.matcher(message).replaceFirst("tables do not keep what they held at a fixed time"),
                Advice.matching(HINTS, message))));
    }

    /** The list of an INSERT that leaves a column out. */
    private static Optional<SourceLocation> column(String message, FlinkFailure failure) {
        return message.contains("does not allow NULLs")
                ? ParsedInsert.of(failure.sql()).map(ParsedInsert::listOrTarget)
                : Optional.empty();
    }

    /** The clause in the statement, else in the views that it reads. */
    private static Optional<SourceLocation> clause(String message, FlinkFailure failure, KnownObjects known) {
        return Advice.matching(CLAUSES, message).flatMap(words -> known.withViews(failure.sql()).stream()
                .flatMap(sql -> place(sql, words).stream())
                .findFirst());
    }

    private static Optional<SourceLocation> place(EditedText sql, String words) {
        List<String> wanted = List.of(words.split("\\|"));
        return sql.statement().tokens().stream()
                .filter(token -> wanted.stream().anyMatch(token::isWord))
                .findFirst()
                .map(token -> sql.statement().source().locate(token.start()));
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

    /** What goes with messages of a kind. */
    private record Advice(Pattern message, String text) {

        Advice(String message, String text) {
            this(Pattern.compile(message), text);
        }

        static Optional<String> matching(List<Advice> all, String message) {
            return all.stream()
                    .filter(advice -> advice.message.matcher(message).find())
                    .map(Advice::text)
                    .findFirst();
        }
    }
}
