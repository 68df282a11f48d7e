package io.millrace.launcher.compile;

import io.millrace.catalog.diagnostic.Diagnostic;
import io.millrace.catalog.diagnostic.DiagnosticCode;
import io.millrace.catalog.diagnostic.SourceLocation;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** An option whose value its connector or format cannot read. */
final class OptionValueErrors {

    private static final Pattern NOT_PARSED =
            Pattern.compile("^Could not parse value '(?<value>.*)' for key '(?<key>[^']*)'", Pattern.DOTALL);
    private static final Pattern NO_DIALECT = Pattern.compile("Could not find any jdbc factory that can handle url ");
    private static final Pattern ALLOWED =
            Pattern.compile("(?:Expected one of: \\[*|Supported values are \\[)(?<values>[^\\]]+)\\]");
    private static final Pattern QUOTED = Pattern.compile("'([^']+)'");

    /** Words of the reason that Flink gives below its message, and what it wants instead. */
    private static final List<List<String>> EXPECTED = List.of(
            List.of("Expected either true or false", "expected true or false"),
            List.of("For input string", "expected a number"),
            List.of("Memory unit", "expected a size such as 64 mb"),
            List.of("memory", "expected a size such as 64 mb"),
            List.of("Time interval unit", "expected a duration such as 10 s or 5 min"),
            List.of("text does not start with a number", "expected a number with a unit, such as 10 s or 64 mb"));

    private OptionValueErrors() {}

    /** Empty where the message names none of the options. */
    static Optional<Diagnostic> find(TableOptions options, FlinkFailure failure) {
        return failure.deepestMatch(NOT_PARSED)
                .flatMap(found -> options.value(found.group("key"))
                        .map(place -> error(
                                place,
                                "'" + found.group("value") + "' is no value for option '" + found.group("key") + "'",
                                hint(failure))))
                .or(() -> dialect(options, failure))
                .or(() -> quoted(options, failure.summary())
                        .map(place -> error(place, failure.summary(), hint(failure))));
    }

    private static Optional<Diagnostic> dialect(TableOptions options, FlinkFailure failure) {
        return failure.deepestMatch(NO_DIALECT)
                .map(found -> error(
                        options.value("url").orElseGet(options::name),
                        "no JDBC dialect handles this URL",
                        Optional.of("write the URL as jdbc:mysql://host:port/db or jdbc:postgresql://host:port/db")));
    }

    /** The value of the first option that the message quotes by its key or its value, but not the connector's name. */
    private static Optional<SourceLocation> quoted(TableOptions options, String message) {
        return QUOTED.matcher(message)
                .results()
                .map(result -> result.group(1))
                .filter(text -> !options.withValue(text).equals(options.value("connector")))
                .flatMap(text -> options.value(text).or(() -> options.withValue(text)).stream())
                .findFirst();
    }

    private static Optional<String> hint(FlinkFailure failure) {
        return failure.deepestMatch(ALLOWED)
                .map(found -> "expected one of: " + found.group("values"))
                .or(() -> EXPECTED.stream()
                        .filter(reason -> failure.deepestMatch(Pattern.compile(Pattern.quote(reason.get(0))))
                                .isPresent())
                        .map(reason -> reason.get(1))
                        .findFirst());
    }

    private static Diagnostic error(SourceLocation location, String message, Optional<String> hint) {
        return Diagnostic.error(DiagnosticCode.BAD_CONNECTOR_OPTION, location, message, hint);
    }
}
