package io.millrace.launcher.compile;

import io.millrace.catalog.script.EditedText;
import io.millrace.catalog.script.SqlName;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a program has declared so far and what of it failed, so that an error is said once and where it arose. */
final class KnownObjects {

    private final SessionNames names;
    private final Map<String, EditedText> statements = new HashMap<>();
    private final Set<String> failed = new HashSet<>();
    private final Set<String> failedFunctions = new HashSet<>();

    KnownObjects(SessionNames names) {
        this.names = names;
    }

    SessionNames names() {
        return names;
    }

    void declare(EditedText statement) {
        name(statement).ifPresent(name -> statements.put(name, statement));
    }

    void fail(EditedText statement) {
        name(statement).ifPresent(name -> {
            failed.add(name);
            failFunction(name);
        });
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

    List<String> tables() {
        return names.tables();
    }

    private static Optional<String> name(EditedText statement) {
        return statement.statement().name().map(SqlName::simple);
    }
}
