package io.millrace.catalog.reader;

import static io.millrace.catalog.reader.KeyTable.optional;
import static io.millrace.catalog.reader.KeyTable.required;

import io.millrace.catalog.descriptor.Environment;
import io.millrace.catalog.descriptor.Environment.Secrets;
import io.millrace.catalog.diagnostic.DiagnosticCode;
import io.millrace.catalog.diagnostic.DiagnosticCollector;
import io.millrace.catalog.diagnostic.Located;
import io.millrace.catalog.yaml.YamlNode;
import java.util.Map;
import java.util.Optional;

/** Reads one entry of {@code environments:} in the project file. */
final class EnvironmentReader {

    static final KeyTable KEYS = KeyTable.of(
            "an environment",
            optional(
                    "target",
                    "'embedded' for the launcher's own JVM, or a cluster; without it, only validate and print"),
            optional("sandbox", "true: the local servers define its variables and secrets"),
            optional("variables", "values for ${name}"),
            optional("secrets", "where ${secret:name} come from"),
            optional("settings", "settings of every pipeline here"),
            optional("tables", "WITH options of tables here"));

    static final KeyTable SECRETS = KeyTable.of(
            "secrets",
            required("from", "'env' or 'files'"),
            optional("prefix", "of the environment variables, with from: env"),
            optional("directory", "that holds a file a secret, with from: files"));

    private final DiagnosticCollector problems;

    EnvironmentReader(DiagnosticCollector problems) {
        this.problems = problems;
    }

    Optional<Environment> read(YamlNode.Entry entry) {
        return MappingReader.open(entry.value(), KEYS, problems).map(reader -> read(entry.key(), reader));
    }

    private Environment read(YamlNode.Scalar name, MappingReader reader) {
        boolean sandbox =
                reader.choice("sandbox", Map.of("true", true, "false", false)).orElse(false);
        Map<String, Located<String>> variables = reader.entries(
                "variables", variable -> reader.text(variable.key().text(), variable.value()));
        return new Environment(
                name.text(),
                name.location(),
                new TargetReader(problems).read(reader),
                sandbox,
                variables,
                reader.node("secrets").flatMap(this::secrets),
                new SettingsReader(problems).read(reader.node("settings")),
                TablesReader.read(reader));
    }

    private Optional<Secrets> secrets(YamlNode node) {
        Optional<MappingReader> reader = MappingReader.open(node, SECRETS, problems);
        Optional<String> from =
                reader.flatMap(present -> present.choice("from", Map.of("env", "prefix", "files", "directory")));
        if (from.isEmpty()) {
            return Optional.empty();
        }
        Optional<Located<String>> detail = reader.get().text(from.get());
        if (from.get().equals("prefix")) {
            return Optional.of(new Secrets.FromEnv(detail.map(Located::value).orElse("")));
        }
        if (detail.isEmpty()) {
            problems.error(DiagnosticCode.MISSING_KEY, node.location(), "secrets from files need the key 'directory'");
        }
        return detail.map(directory -> new Secrets.FromFiles(directory.value()));
    }
}
