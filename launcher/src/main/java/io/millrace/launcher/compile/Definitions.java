package io.millrace.launcher.compile;

import io.millrace.catalog.diagnostic.SourceLocation;
import io.millrace.catalog.program.PipelineProgram;
import io.millrace.catalog.script.EditedText;
import io.millrace.catalog.script.SqlName;
import io.millrace.catalog.script.SqlToken;
import io.millrace.catalog.script.StatementKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Everything that a program defines anywhere, for the question whether an unknown name is only met too early. */
final class Definitions {

    private final Map<String, EditedText> tables = new HashMap<>();
    private final Map<String, EditedText> functions = new HashMap<>();

    Definitions(PipelineProgram program) {
        program.objects().forEach(object -> name(object).ifPresent(name -> {
            if (object.statement().kind() == StatementKind.CREATE_FUNCTION) {
                functions.putIfAbsent(name.toLowerCase(Locale.ROOT), object);
            } else {
                tables.putIfAbsent(name, object);
            }
        }));
    }

    /** The name that a statement gives to what it creates. */
    static Optional<String> name(EditedText statement) {
        return statement.statement().kind() == StatementKind.INSERT
                ? Optional.empty()
                : statement.statement().name().map(SqlName::simple);
    }

    /** Where a table or view is named by the statement that defines it. */
    Optional<SourceLocation> placeOfTable(String name) {
        return Optional.ofNullable(tables.get(name)).map(Definitions::place);
    }

    /** Where a function, in any case, is named by the statement that defines it. */
    Optional<SourceLocation> placeOfFunction(String name) {
        return Optional.ofNullable(functions.get(name.toLowerCase(Locale.ROOT))).map(Definitions::place);
    }

    /**
     * The views through which a view reads itself, if it does.
     *
     * @param view where the circle starts and ends
     * @param read what the view reads first
     * @return names, the view itself the first and the last; empty where there is no circle
     */
    List<String> circle(String view, String read) {
        List<String> path = new ArrayList<>(List.of(view));
        return leadsTo(view, read, path, new HashSet<>()) ? List.copyOf(path) : List.of();
    }

    /** Where a view's query names another one. */
    SourceLocation placeOfReading(String view, String read) {
        EditedText sql = tables.get(view);
        int behind = sql.statement().name().orElseThrow().start();
        return sql.statement().tokens().stream()
                .filter(token -> token.start() > behind && token.kind() != SqlToken.Kind.STRING)
                .filter(token -> token.value().equals(read))
                .findFirst()
                .map(token -> sql.statement().source().locate(token.start()))
                .orElse(sql.statement().location());
    }

    private boolean leadsTo(String target, String from, List<String> path, Set<String> visited) {
        path.add(from);
        if (from.equals(target)) {
            return true;
        }
        if (visited.add(from) && tables.containsKey(from)) {
            for (String read : KnownObjects.reads(tables.get(from))) {
                if (leadsTo(target, read, path, visited)) {
                    return true;
                }
            }
        }
        path.remove(path.size() - 1);
        return false;
    }

    private static SourceLocation place(EditedText definition) {
        return definition
                .statement()
                .source()
                .locate(definition.statement().name().orElseThrow().start());
    }
}
