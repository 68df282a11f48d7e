package io.millrace.launcher.doctor;

import io.millrace.catalog.diagnostic.Diagnostic;
import io.millrace.catalog.diagnostic.DiagnosticCode;
import io.millrace.catalog.diagnostic.DiagnosticCollector;
import io.millrace.catalog.diagnostic.NearestName;
import io.millrace.catalog.program.PipelineProgram;
import io.millrace.catalog.script.DeclaredOptions;
import io.millrace.catalog.script.EditedText;
import io.millrace.catalog.script.SqlToken;
import io.millrace.catalog.script.StatementKind;
import io.millrace.launcher.compile.KnownLibraries;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What pipelines name that no jar holds: connectors, formats, JDBC drivers, classes of functions. */
final class MissingLibraries {

    private static final String PATTERN_CLASS = "org.apache.flink.cep.pattern.Pattern";

    private final JarList jars;
    private final FactoryList factories;
    private final DiagnosticCollector problems = new DiagnosticCollector();

    MissingLibraries(JarList jars, FactoryList factories) {
        this.jars = jars;
        this.factories = factories;
    }

    /** Every lack once, in reading order, although many pipelines share a file. */
    List<Diagnostic> of(List<PipelineProgram> programs) {
        for (PipelineProgram program : programs) {
            program.objects().forEach(this::statement);
            program.inserts().forEach(this::patterns);
        }
        SqlFunctions.of(programs).forEach(this::function);
        return problems.sorted();
    }

    private void statement(EditedText sql) {
        if (sql.statement().kind() != StatementKind.CREATE_TABLE) {
            patterns(sql);
            return;
        }
        DeclaredOptions options = DeclaredOptions.of(sql);
        options.value("connector").ifPresent(name -> {
            if (!factories.connectors().contains(name)) {
                problems.error(
                        DiagnosticCode.UNKNOWN_CONNECTOR,
                        options.location("connector"),
                        "no jar holds the connector '" + name + "'",
                        KnownLibraries.connectorHint(name).or(() -> NearestName.hint(name, factories.connectors())));
            }
        });
        Stream.of("format", "key.format", "value.format").forEach(key -> format(key, options));
        options.value("url").ifPresent(url -> driver(url, options));
    }

    private void format(String key, DeclaredOptions options) {
        String connector = options.value("connector").orElse("");
        options.value(key)
                .filter(name -> !factories.formats().contains(name))
                .filter(name -> factories.takesText(connector, key, name))
                .ifPresent(name -> problems.error(
                        DiagnosticCode.UNKNOWN_FORMAT,
                        options.location(key),
                        "no jar holds the format '" + name + "'",
                        KnownLibraries.formatHint(name).or(() -> NearestName.hint(name, factories.formats()))));
    }

    private void driver(String url, DeclaredOptions options) {
        Optional<KnownLibraries.Driver> missing = KnownLibraries.driver(url)
                .filter(driver -> options.value("driver").isEmpty())
                .filter(driver -> jars.holding(driver.className()).isEmpty());
        missing.ifPresent(driver -> problems.error(
                DiagnosticCode.MISSING_LIBRARY,
                options.location("url"),
                "no jar holds the JDBC driver " + driver.className(),
                KnownLibraries.hint(driver.coordinates())));
        options.value("driver")
                .filter(className -> jars.holding(className).isEmpty())
                .ifPresent(className -> problems.error(
                        DiagnosticCode.MISSING_LIBRARY,
                        options.location("driver"),
                        "no jar holds the JDBC driver " + className,
                        "check the class name, and name the driver's jar under 'jars:' of millrace.yaml"));
    }

    private void patterns(EditedText sql) {
        Optional<SqlToken> match = sql.statement().tokens().stream()
                .filter(token -> token.isWord("MATCH_RECOGNIZE"))
                .findFirst()
                .filter(token -> jars.holding(PATTERN_CLASS).isEmpty());
        match.ifPresent(token -> problems.error(
                DiagnosticCode.MISSING_LIBRARY,
                sql.statement().source().locate(token.start()),
                "MATCH_RECOGNIZE needs flink-cep, which no jar holds",
                KnownLibraries.hint("org.apache.flink:flink-cep:1.20.3")));
    }

    private void function(SqlFunctions.Declared function) {
        if (jars.holding(function.className()).isEmpty()) {
            problems.error(
                    DiagnosticCode.FUNCTION_CLASS_NOT_FOUND,
                    function.place(),
                    "no jar holds the class '" + function.className() + "' of the function '" + function.name() + "'",
                    "check the class name, and that the jars under 'jars:' are built and hold it");
        }
    }
}
