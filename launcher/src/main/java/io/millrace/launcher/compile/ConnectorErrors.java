package io.millrace.launcher.compile;

import io.millrace.catalog.diagnostic.Diagnostic;
import io.millrace.catalog.diagnostic.DiagnosticCode;
import io.millrace.catalog.diagnostic.NearestName;
import io.millrace.catalog.diagnostic.SourceLocation;
import io.millrace.catalog.script.EditedText;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A table whose options its connector refuses. Flink notices when a query first uses the table and gives no position:
 * the problem is reported at the option in the statement that declares the table.
 */
final class ConnectorErrors implements ErrorMapping {

    private static final Pattern TABLE =
            Pattern.compile("Unable to create a s(?:ource|ink) for (?:read|writ)ing table '(.+?)'");
    private static final Pattern NO_FACTORY = Pattern.compile(
            "Could not find any (?:format )?factory for identifier '(?<name>.*?)'"
                    + "(?: that implements '(?<type>.*?)'.*?identifiers are:\\s+(?<known>.*))?",
            Pattern.DOTALL);
    private static final Pattern UNSUPPORTED = Pattern.compile(
            "Unsupported options found for '(?<connector>.*?)'.*?Unsupported options:\\s+(?<names>.*?)"
                    + "\\s+Supported options:\\s+(?<known>.*)",
            Pattern.DOTALL);
    private static final Pattern MISSING =
            Pattern.compile("Missing required options are:\\s+(?<names>.*)", Pattern.DOTALL);
    private static final Pattern QUOTED = Pattern.compile("'([^']+)'");

    @Override
    public Optional<List<Diagnostic>> map(FlinkFailure failure, KnownObjects known) {
        return failure.deepestMatch(TABLE)
                .map(found -> found.group(1).substring(found.group(1).lastIndexOf('.') + 1))
                .flatMap(known::statementOf)
                .map(TableOptions::new)
                .map(options -> diagnose(options, failure));
    }

    private static List<Diagnostic> diagnose(TableOptions options, FlinkFailure failure) {
        return failure.deepestMatch(UNSUPPORTED)
                .map(found -> unsupported(options, found))
                .or(() -> failure.deepestMatch(NO_FACTORY).map(found -> List.of(noFactory(options, found))))
                .or(() -> failure.deepestMatch(MISSING).map(found -> List.of(missing(options, found))))
                .orElseGet(() -> List.of(other(options, failure)));
    }

    private static Diagnostic missing(TableOptions options, Matcher found) {
        String names = String.join(", ", lines(found.group("names")));
        return error(options.name(), "required options are missing: " + names, Optional.empty());
    }

    private static Diagnostic other(TableOptions options, FlinkFailure failure) {
        String summary = failure.summary();
        return error(place(options, summary), summary, Optional.empty());
    }

    private static List<Diagnostic> unsupported(TableOptions options, Matcher found) {
        List<String> known = lines(found.group("known"));
        return lines(found.group("names")).stream()
                .map(name -> error(
                        options.key(name).orElse(options.name()),
                        "connector '" + found.group("connector") + "' has no option '" + name + "'",
                        NearestName.hint(name, known)))
                .toList();
    }

    private static Diagnostic noFactory(TableOptions options, Matcher found) {
        boolean connector = String.valueOf(found.group("type")).endsWith("DynamicTableFactory");
        List<String> known = found.group("known") == null ? List.of() : lines(found.group("known"));
        String name = found.group("name");
        return error(
                options.withValue(name).orElse(options.name()),
                (connector ? "unknown connector '" : "unknown format '") + name + "'",
                NearestName.hint(name, known));
    }

    /** The value of the first option that the message quotes, by its key or its value. */
    private static SourceLocation place(TableOptions options, String message) {
        return QUOTED.matcher(message)
                .results()
                .map(result -> result.group(1))
                .flatMap(quoted -> options.value(quoted).or(() -> options.withValue(quoted)).stream())
                .findFirst()
                .orElse(options.name());
    }

    private static List<String> lines(String text) {
        return text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    }

    private static Diagnostic error(SourceLocation location, String message, Optional<String> hint) {
        return Diagnostic.error(DiagnosticCode.INVALID_STATEMENT, location, message, hint);
    }

    /** Where the options of a CREATE TABLE stand, by their quoted texts. */
    private record TableOptions(EditedText sql) {

        SourceLocation name() {
            return sql.statement()
                    .name()
                    .map(name -> sql.statement().source().locate(name.start()))
                    .orElse(sql.statement().location());
        }

        Optional<SourceLocation> key(String key) {
            return find("(" + quoted(key) + ")\\s*=");
        }

        Optional<SourceLocation> value(String key) {
            return find(quoted(key) + "\\s*=\\s*('(?:[^']|'')*')");
        }

        Optional<SourceLocation> withValue(String value) {
            return find("=\\s*(" + quoted(value) + ")");
        }

        private Optional<SourceLocation> find(String pattern) {
            Matcher matcher = Pattern.compile(pattern).matcher(sql.text());
            return matcher.find() ? Optional.of(sql.locate(matcher.start(1))) : Optional.empty();
        }

        private static String quoted(String text) {
            return Pattern.quote("'" + text.replace("'", "''") + "'");
        }
    }
}
