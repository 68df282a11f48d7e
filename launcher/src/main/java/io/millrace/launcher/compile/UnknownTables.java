package io.millrace.launcher.compile;

import io.millrace.catalog.diagnostic.Diagnostic;
import io.millrace.catalog.diagnostic.DiagnosticCode;
import io.millrace.catalog.diagnostic.NearestName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A table or view that no statement of the program declares. */
final class UnknownTables implements ErrorMapping {

    private static final Pattern MESSAGE =
            Pattern.compile("Object '(?<read>.+?)' not found|Cannot find table '(?<written>.+?)' in any of the catalogs"
                    + "|Source table '(?<like>.+?)' of the LIKE clause not found|^Table '(?<alias>.+?)' not found");

    @Override
    public Optional<List<Diagnostic>> map(FlinkFailure failure, KnownObjects known) {
        return failure.deepestMatch(MESSAGE)
                .map(found -> found.group("alias") == null
                        ? table(failure, known, name(found))
                        : List.of(alias(failure, known, found.group("alias"))));
    }

    /** A qualifier in front of a column, which may mean a table of FROM or the other name it has there. */
    private static Diagnostic alias(FlinkFailure failure, KnownObjects known, String name) {
        List<String> candidates = new ArrayList<>(known.tables());
        candidates.addAll(known.names().namesGivenIn(failure.sql()));
        return error(failure, name, "unknown table or alias '" + name + "'", candidates);
    }

    private static List<Diagnostic> table(FlinkFailure failure, KnownObjects known, String name) {
        boolean itself = Definitions.name(failure.sql()).equals(Optional.of(name));
        if (known.hasFailed(name) && !itself) {
            return List.of();
        }
        return List.of(EarlyNames.table(failure, known, name)
                .orElseGet(() -> error(failure, name, "unknown table '" + name + "'", known.tables())));
    }

    private static Diagnostic error(FlinkFailure failure, String name, String message, List<String> candidates) {
        return Diagnostic.error(
                DiagnosticCode.UNKNOWN_TABLE, failure.locationOf(name), message, NearestName.hint(name, candidates));
    }

    private static String name(Matcher found) {
        for (String group : List.of("read", "written", "like")) {
            if (found.group(group) != null) {
                String path = found.group(group).replace("`", "");
                return path.substring(path.lastIndexOf('.') + 1);
            }
        }
        throw new IllegalStateException("no group matched");
    }
}
