package io.millrace.launcher.compile;

import io.millrace.catalog.diagnostic.Diagnostic;
import io.millrace.catalog.diagnostic.DiagnosticCode;
import io.millrace.catalog.diagnostic.NearestName;
import java.util.List;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.flink.table.factories.DynamicTableFactory;
import org.apache.flink.table.factories.Factory;
import org.apache.flink.table.factories.FormatFactory;

/** A connector or a format that nothing on the class path provides. */
final class UnknownFactories {

    private static final Pattern MESSAGE = Pattern.compile(
            "Could not find any (?:format )?factory for identifier '(?<name>.*?)'"
                    + "(?: that implements '(?<type>.*?)'.*?identifiers are:\\s+(?<known>.*))?",
            Pattern.DOTALL);

    private UnknownFactories() {}

    /** Empty where the failure is another. */
    static Optional<Diagnostic> find(TableOptions options, FlinkFailure failure) {
        return failure.deepestMatch(MESSAGE).map(found -> diagnose(options, found));
    }

    /** The identifiers of all connectors, sorted. */
    static List<String> connectors() {
        return identifiers(DynamicTableFactory.class);
    }

    private static Diagnostic diagnose(TableOptions options, Matcher found) {
        boolean connector = String.valueOf(found.group("type")).endsWith("DynamicTableFactory");
        String name = found.group("name");
        List<String> known = found.group("known") == null
                ? identifiers(FormatFactory.class)
                : found.group("known").strip().lines().map(String::strip).toList();
        String nearest = NearestName.of(name, known)
                .map(candidate -> "did you mean '" + candidate + "'? ")
                .orElse("");
        Optional<String> library = connector ? KnownLibraries.connectorHint(name) : KnownLibraries.formatHint(name);
        return Diagnostic.error(
                connector ? DiagnosticCode.UNKNOWN_CONNECTOR : DiagnosticCode.UNKNOWN_FORMAT,
                options.withValue(name).orElseGet(options::name),
                (connector ? "unknown connector '" : "unknown format '") + name + "'",
                library.orElseGet(() -> nearest + "available: " + String.join(", ", known)));
    }

    private static List<String> identifiers(Class<? extends Factory> kind) {
        return ServiceLoader.load(Factory.class, Factory.class.getClassLoader()).stream()
                .filter(provider -> kind.isAssignableFrom(provider.type()))
                .flatMap(UnknownFactories::identifier)
                .distinct()
                .sorted()
                .toList();
    }

    /** None for a factory that lacks classes, such as those of a system that is not used. */
    private static Stream<String> identifier(ServiceLoader.Provider<Factory> provider) {
        try {
            return Stream.of(provider.get().factoryIdentifier());
        } catch (ServiceConfigurationError | LinkageError e) {
            return Stream.empty();
        }
    }
}
