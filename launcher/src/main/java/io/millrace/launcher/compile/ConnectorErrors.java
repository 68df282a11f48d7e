package io.millrace.launcher.compile;

import io.millrace.catalog.diagnostic.Diagnostic;
import io.millrace.catalog.diagnostic.DiagnosticCode;
import io.millrace.catalog.diagnostic.NearestName;
import io.millrace.catalog.diagnostic.SourceLocation;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A table whose options its connector refuses. Flink notices when a query first uses the table and gives no position:
 * the problem is reported at the option in the statement that declares the table.
 */
final class ConnectorErrors implements ErrorMapping {

    private static final Pattern TABLE =
            Pattern.compile("Unable to create a s(?:ource|ink) for (?:read|writ)ing table '(.+?)'");
    private static final Pattern NO_CONNECTOR = Pattern.compile("do not contain an option key 'connector'");
    private static final Pattern UNSUPPORTED = Pattern.compile(
            "Unsupported options found for '(?<connector>.*?)'.*?Unsupported options:\\s+(?<names>.*?)"
                    + "\\s+Supported options:\\s+(?<known>.*)",
            Pattern.DOTALL);
    private static final Pattern MISSING =
            Pattern.compile("Missing required options are:\\s+(?<names>.*)", Pattern.DOTALL);
    private static final Pattern MISSING_FORMAT =
            Pattern.compile("Could not find required (?:scan|sink) format '(?<name>.*?)'");
    private static final Pattern ONE_OF = Pattern.compile("^Either '.*' must be set");
    private static final Pattern NO_KEY =
            Pattern.compile("^'(?<connector>.*?)' tables require to define a PRIMARY KEY");

    @Override
    public Optional<List<Diagnostic>> map(FlinkFailure failure, KnownObjects known) {
        if (failure.deepestMatch(NO_CONNECTOR).isPresent()) {
            return Optional.of(List.of(withoutConnector(new TableOptions(failure.sql()))));
        }
        return failure.deepestMatch(TABLE)
                .map(found -> found.group(1).substring(found.group(1).lastIndexOf('.') + 1))
                .flatMap(known::statementOf)
                .map(TableOptions::new)
                .map(options -> diagnose(options, failure));
    }

    private static List<Diagnostic> diagnose(TableOptions options, FlinkFailure failure) {
        return failure.deepestMatch(UNSUPPORTED)
                .map(found -> unsupported(options, found))
                .or(() -> UnknownFactories.find(options, failure).map(List::of))
                .or(() -> missing(options, failure).map(List::of))
                .or(() -> failure.deepestMatch(NO_KEY).map(found -> List.of(withoutKey(options, found))))
                .or(() -> OptionValueErrors.find(options, failure).map(List::of))
                .orElseGet(() -> List.of(other(options, failure.summary())));
    }

    /** What the connector cannot do at all stands at its name, everything else at the table's. */
    private static Diagnostic other(TableOptions options, String summary) {
        SourceLocation place = Optional.of(summary)
                .filter(text -> text.startsWith("Connector '"))
                .flatMap(text -> options.value("connector"))
                .orElseGet(options::name);
        return Diagnostic.error(DiagnosticCode.INVALID_STATEMENT, place, summary);
    }

    private static Diagnostic withoutConnector(TableOptions options) {
        return missing(
                options,
                "the table has no option 'connector'",
                "add 'connector' = '...'; available: " + String.join(", ", UnknownFactories.connectors()));
    }

    private static Optional<Diagnostic> missing(TableOptions options, FlinkFailure failure) {
        return failure.deepestMatch(MISSING)
                .map(found -> missing(options, lines(found.group("names"))))
                .or(() -> failure.deepestMatch(MISSING_FORMAT)
                        .map(found ->
                                missing(options, List.of(found.group("name").replace("value.", "")))))
                .or(() -> failure.deepestMatch(ONE_OF)
                        .map(found -> missing(options, failure.summary(), "add one of them to the WITH clause")));
    }

    private static Diagnostic missing(TableOptions options, List<String> names) {
        String added = names.stream().map(name -> "'" + name + "' = '...'").collect(Collectors.joining(", "));
        return missing(options, "required options are missing: " + String.join(", ", names), "add " + added);
    }

    private static Diagnostic missing(TableOptions options, String message, String hint) {
        return Diagnostic.error(DiagnosticCode.MISSING_CONNECTOR_OPTION, options.clause(), message, hint);
    }

    private static Diagnostic withoutKey(TableOptions options, Matcher found) {
        return Diagnostic.error(
                DiagnosticCode.PRIMARY_KEY_REQUIRED,
                options.name(),
                "a table of connector '" + found.group("connector") + "' needs a primary key",
                "add PRIMARY KEY (...) NOT ENFORCED behind the columns of '" + options.table() + "'");
    }

    private static List<Diagnostic> unsupported(TableOptions options, Matcher found) {
        List<String> known = lines(found.group("known"));
        return lines(found.group("names")).stream()
                .map(name -> Diagnostic.error(
                        DiagnosticCode.UNKNOWN_CONNECTOR_OPTION,
                        key(options, name),
                        "connector '" + found.group("connector") + "' has no option '" + name + "'",
                        NearestName.hint(name, known)))
                .toList();
    }

    private static SourceLocation key(TableOptions options, String name) {
        return options.key(name).orElseGet(options::name);
    }

    private static List<String> lines(String text) {
        return text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    }
}
