package io.millrace.launcher.compile;

import io.millrace.catalog.diagnostic.Diagnostic;
import io.millrace.catalog.diagnostic.DiagnosticCode;
import io.millrace.catalog.diagnostic.SourceLocation;
import io.millrace.catalog.script.EditedText;
import io.millrace.catalog.script.SqlName;
import io.millrace.catalog.script.SqlToken;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A sink or an operator that takes only inserts but gets updates, and a sink that needs a key to take them. */
final class UnacceptedUpdates implements ErrorMapping {

    private static final Pattern MESSAGE = Pattern.compile(
            "(?:Table sink '(?<sink>.+?)'|(?:StreamPhysical)?(?<operator>[A-Z]\\w+(?: [A-Z]\\w+)*))"
                    + " doesn't support consuming (?<changes>[a-z ]+) changes which is produced by node"
                    + " (?<node>\\w+)\\((?<detail>.*)",
            Pattern.DOTALL);
    private static final Pattern NO_KEY = Pattern.compile("please declare primary key for sink table");
    private static final Pattern SCANNED = Pattern.compile("table=\\[\\[[^,]+, [^,]+, (?<table>[^,\\]]+)");

    /** Operators that make updates by a part of their names, and the words of a query that stand for them. */
    private static final Map<String, List<String>> PRODUCERS = Map.of(
            "GroupAggregate", List.of("GROUP", "the aggregation (GROUP BY)"),
            "Join", List.of("JOIN", "the join"),
            "Rank", List.of("ROW_NUMBER", "the Top-N (ROW_NUMBER)"),
            "Deduplicate", List.of("ROW_NUMBER", "the deduplication (ROW_NUMBER)"),
            "Limit", List.of("LIMIT", "LIMIT"),
            "ChangelogNormalize", List.of("", "an upsert table, whose rows are replaced"));

    /** The word of the query that stands for an operator which takes only inserts. */
    private static final Map<String, String> CONSUMERS = Map.of(
            "OverAggregate", "OVER",
            "Match", "MATCH_RECOGNIZE",
            "Match Recognize", "MATCH_RECOGNIZE",
            "IntervalJoin", "JOIN",
            "WindowJoin", "JOIN",
            "Deduplicate", "ROW_NUMBER");

    private static final String REMEDY_FOR_DEAD_LETTERS =
            "; use drop, warn or fail, or check the rows where they are only inserted";

    private static final String REMEDY = "; write to a sink that takes updates, such as upsert-kafka or jdbc with a"
            + " primary key, or aggregate in a window";

    @Override
    public Optional<List<Diagnostic>> map(FlinkFailure failure, KnownObjects known) {
        return failure.deepestMatch(MESSAGE)
                .map(found ->
                        found.group("sink") == null ? operator(failure, known, found) : sink(failure, known, found))
                .or(() -> failure.deepestMatch(NO_KEY)
                        .flatMap(found -> ParsedInsert.of(failure.sql()))
                        .map(UnacceptedUpdates::withoutKey))
                .map(List::of);
    }

    private static Diagnostic sink(FlinkFailure failure, KnownObjects known, Matcher found) {
        String path = found.group("sink");
        String table = path.substring(path.lastIndexOf('.') + 1);
        return Diagnostic.error(
                DiagnosticCode.UPDATES_NOT_ACCEPTED,
                ParsedInsert.of(failure.sql()).map(ParsedInsert::target).orElseGet(() -> failure.locationOf(table)),
                "'" + table + "' takes only inserts, but the query also gives "
                        + found.group("changes").replace("update", "updates").replace("delete", "deletes"),
                "they come from " + origin(failure, known, found) + remedy(failure.sql()));
    }

    /** An INSERT that no user wrote is one of dead letters. */
    private static String remedy(EditedText sql) {
        return token(sql, "INSERT").isPresent() ? REMEDY : REMEDY_FOR_DEAD_LETTERS;
    }

    private static Diagnostic operator(FlinkFailure failure, KnownObjects known, Matcher found) {
        String operator = found.group("operator");
        String word = CONSUMERS.getOrDefault(operator, operator);
        SourceLocation place = known.withViews(failure.sql()).stream()
                .flatMap(sql -> token(sql, word).stream()
                        .map(token -> sql.statement().source().locate(token.start())))
                .findFirst()
                .orElseGet(failure::location);
        return Diagnostic.error(
                DiagnosticCode.UPDATES_NOT_ACCEPTED,
                place,
                word + " takes only inserts, but its input also has "
                        + found.group("changes").replace("update", "updates").replace("delete", "deletes"),
                "they come from " + origin(failure, known, found) + "; feed it an append-only table");
    }

    private static Diagnostic withoutKey(ParsedInsert insert) {
        return Diagnostic.error(
                DiagnosticCode.PRIMARY_KEY_REQUIRED,
                insert.target(),
                "'" + insert.table() + "' needs a primary key, because the query updates rows",
                "add PRIMARY KEY (...) NOT ENFORCED behind the columns of '" + insert.table()
                        + "', on the columns that tell the query's rows apart");
    }

    /** What makes the updates, and in which view where it is not in the statement itself. */
    private static String origin(FlinkFailure failure, KnownObjects known, Matcher found) {
        Matcher scanned = SCANNED.matcher(found.group("detail"));
        if (found.group("node").contains("Scan") && scanned.find()) {
            return "table '" + scanned.group("table") + "', which is a changelog";
        }
        return PRODUCERS.entrySet().stream()
                .filter(producer -> found.group("node").contains(producer.getKey()))
                .findFirst()
                .map(producer -> producer.getValue().get(1)
                        + view(failure.sql(), known, producer.getValue().get(0)))
                .orElseGet(() -> "Flink's operator " + found.group("node"));
    }

    private static String view(EditedText sql, KnownObjects known, String word) {
        return known.withViews(sql).stream()
                .filter(candidate -> token(candidate, word).isPresent())
                .findFirst()
                .filter(candidate -> candidate != sql)
                .flatMap(candidate -> candidate.statement().name())
                .map(SqlName::simple)
                .map(name -> " in view '" + name + "'")
                .orElse("");
    }

    private static Optional<SqlToken> token(EditedText sql, String word) {
        return sql.statement().tokens().stream()
                .filter(token -> token.isWord(word))
                .findFirst();
    }
}
