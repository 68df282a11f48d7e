package io.millrace.launcher.compile;

import io.millrace.catalog.diagnostic.Diagnostic;
import io.millrace.catalog.diagnostic.DiagnosticCode;
import io.millrace.catalog.diagnostic.SourceLocation;
import io.millrace.catalog.script.EditedText;
import io.millrace.catalog.script.SqlToken;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** A query hint whose values Flink cannot read, which it says without a place. */
final class InvalidHints implements ErrorMapping {

    private static final Pattern MESSAGE = Pattern.compile("^Invalid (?<name>\\w+) hint value: (?<reason>[^\\n]*)");

    @Override
    public Optional<List<Diagnostic>> map(FlinkFailure failure, KnownObjects known) {
        return failure.deepestMatch(MESSAGE).map(found -> {
            String name = found.group("name");
            return List.of(Diagnostic.error(
                    DiagnosticCode.INVALID_STATEMENT,
                    known.withViews(failure.sql()).stream()
                            .flatMap(sql -> place(sql, name).stream())
                            .findFirst()
                            .orElse(failure.location()),
                    "a value of the hint " + name + " cannot be read: " + found.group("reason"),
                    name.equals("STATE_TTL")
                            ? Optional.of("write a duration for each table, as in STATE_TTL('orders' = '1 d')")
                            : Optional.empty()));
        });
    }

    private static Optional<SourceLocation> place(EditedText sql, String name) {
        return sql.statement().tokens().stream()
                .filter(token -> token.kind() == SqlToken.Kind.HINT && offset(token, name) >= 0)
                .findFirst()
                .map(token -> sql.statement().source().locate(token.start() + offset(token, name)));
    }

    private static int offset(SqlToken hint, String name) {
        return hint.text().toUpperCase(Locale.ROOT).indexOf(name);
    }
}
