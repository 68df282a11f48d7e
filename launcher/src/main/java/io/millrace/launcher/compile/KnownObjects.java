package io.millrace.launcher.compile;

import io.millrace.catalog.script.EditedText;
import io.millrace.catalog.script.SqlName;
import io.millrace.catalog.script.StatementKind;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What a program has declared so far and what of it failed, so that an error is said once and where it arose. */
final class KnownObjects {

    private final SessionNames names;
    private final Definitions definitions;
    private final Map<String, EditedText> statements = new HashMap<>();
    private final Set<String> failed = new HashSet<>();
    private final Set<String> failedFunctions = new HashSet<>();

    KnownObjects(SessionNames names, Definitions definitions) {
        this.names = names;
        this.definitions = definitions;
    }

    SessionNames names() {
        return names;
    }

    /** What the whole program defines, also what it has not come to yet. */
    Definitions definitions() {
        return definitions;
    }

    void declare(EditedText statement) {
        name(statement).ifPresent(name -> statements.put(name, statement));
    }

    void fail(EditedText statement) {
        name(statement).ifPresent(name -> {
            fail(name);
            failFunction(name);
        });
    }

    /** What reads this table or view is not wrong because of that. */
    void fail(String table) {
        failed.add(table);
    }

    void failFunction(String name) {
        failedFunctions.add(name.toLowerCase(Locale.ROOT));
    }

    boolean hasFailed(String table) {
        return failed.contains(table);
    }

    /** Functions are known in any case. */
    boolean hasFailedFunction(String name) {
        return failedFunctions.contains(name.toLowerCase(Locale.ROOT));
    }

    /** The statement that declares a table, view or function. */
    Optional<EditedText> statementOf(String name) {
        return Optional.ofNullable(statements.get(name));
    }

    /** A statement and the views that it reads, also those that its views read; the nearest first. */
    List<EditedText> withViews(EditedText statement) {
        return withObjects(statement).stream()
                .filter(sql -> sql.equals(statement) || sql.statement().kind() == StatementKind.CREATE_VIEW)
                .toList();
    }

    /** The same with the tables that all of them read. */
    List<EditedText> withObjects(EditedText statement) {
        Map<String, EditedText> found = new LinkedHashMap<>();
        Deque<EditedText> open = new ArrayDeque<>(List.of(statement));
        while (!open.isEmpty()) {
            for (String read : reads(open.remove())) {
                statementOf(read).filter(sql -> !found.containsKey(read)).ifPresent(sql -> {
                    found.put(read, sql);
                    open.add(sql);
                });
            }
        }
        return Stream.concat(Stream.of(statement), found.values().stream()).toList();
    }

    /** The tables that a statement reads; none where it does not parse. */
    static Set<String> reads(EditedText statement) {
        try {
            return TableReads.of(FlinkSqlParser.parse(statement.text()));
        } catch (RuntimeException | StackOverflowError | AssertionError e) {
            return Set.of();
        }
    }

    List<String> tables() {
        return names.tables();
    }

    private static Optional<String> name(EditedText statement) {
        return statement.statement().name().map(SqlName::simple);
    }
}
