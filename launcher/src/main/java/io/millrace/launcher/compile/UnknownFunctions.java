package io.millrace.launcher.compile;

import io.millrace.catalog.diagnostic.Diagnostic;
import io.millrace.catalog.diagnostic.DiagnosticCode;
import io.millrace.catalog.diagnostic.NearestName;
import io.millrace.catalog.diagnostic.SourceLocation;
import io.millrace.catalog.script.SqlToken;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** A function that is neither built in nor registered by the program. */
final class UnknownFunctions implements ErrorMapping {

    private static final Pattern NO_MATCH =
            Pattern.compile("No match found for function signature (?<name>[^(\\s]+)\\(");

    @Override
    public Optional<List<Diagnostic>> map(FlinkFailure failure, KnownObjects known) {
        Optional<String> name = failure.deepestMatch(NO_MATCH).map(found -> simple(found.group("name")));
        if (name.isPresent()) {
            return name.filter(unknown -> !known.names().hasFunction(unknown))
                    .map(unknown -> diagnose(failure.location(), unknown, known));
        }
        return misreadTableFunction(failure, known);
    }

    /**
     * Calcite takes the {@code TABLE t} argument of an unknown table function for a scalar subquery and complains about
     * that, without a position.
     */
    private static Optional<List<Diagnostic>> misreadTableFunction(FlinkFailure failure, KnownObjects known) {
        if (!failure.summary().contains("$SCALAR_QUERY")) {
            return Optional.empty();
        }
        List<SqlToken> tokens = failure.sql().statement().tokens();
        for (int i = 0; i + 3 < tokens.size(); i++) {
            SqlToken name = tokens.get(i + 2);
            if (tokens.get(i).isWord("TABLE")
                    && tokens.get(i + 1).isSymbol('(')
                    && tokens.get(i + 3).isSymbol('(')
                    && !known.names().hasFunction(name.value())) {
                SourceLocation location = failure.sql().statement().source().locate(name.start());
                return Optional.of(diagnose(location, name.value(), known));
            }
        }
        return Optional.empty();
    }

    private static List<Diagnostic> diagnose(SourceLocation location, String name, KnownObjects known) {
        if (known.hasFailedFunction(name)) {
            return List.of();
        }
        Optional<String> hint =
                NearestName.of(name, known.names().functions()).map(nearest -> "did you mean '" + nearest + "'?");
        return List.of(EarlyNames.function(location, known, name)
                .orElseGet(() -> Diagnostic.error(
                        DiagnosticCode.UNKNOWN_FUNCTION,
                        location,
                        "unknown function '" + name + "'",
                        hint.or(() -> Optional.of("functions of the project's jars are named under 'functions:'")))));
    }

    private static String simple(String name) {
        return name.substring(name.lastIndexOf('.') + 1).replace("`", "");
    }
}
