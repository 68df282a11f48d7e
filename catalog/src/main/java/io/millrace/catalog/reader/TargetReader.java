package io.millrace.catalog.reader;

import static io.millrace.catalog.reader.KeyTable.optional;
import static io.millrace.catalog.reader.KeyTable.required;

import io.millrace.catalog.descriptor.Target;
import io.millrace.catalog.descriptor.Target.Login;
import io.millrace.catalog.diagnostic.DiagnosticCode;
import io.millrace.catalog.diagnostic.DiagnosticCollector;
import io.millrace.catalog.diagnostic.Located;
import io.millrace.catalog.script.Placeholder;
import io.millrace.catalog.yaml.YamlNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads {@code target:} of an environment: a word, or the address of a cluster. */
final class TargetReader {

    static final KeyTable KEYS = KeyTable.of(
            "a target",
            required("rest", "address of the cluster's REST interface, such as http://flink:8081"),
            optional("user", "for basic authentication, with 'password'"),
            optional("password", "${secret:name}"),
            optional("token", "${secret:name}, for bearer authentication"),
            optional("releases", "folder that keeps what was deployed, a path or URI (.millrace/releases)"));

    private final DiagnosticCollector problems;

    TargetReader(DiagnosticCollector problems) {
        this.problems = problems;
    }

    /** Reads the key of an environment; empty without one, or when it is wrong, which is reported. */
    Optional<Target> read(MappingReader environment) {
        Optional<YamlNode> node = environment.node("target");
        if (node.filter(YamlNode.Mapping.class::isInstance).isPresent()) {
            return MappingReader.open(node.get(), KEYS, problems).flatMap(this::session);
        }
        return environment.<Target>choice("target", Map.of("embedded", new Target.Embedded()));
    }

    private Optional<Target> session(MappingReader reader) {
        Optional<Located<String>> user = reader.text("user");
        Optional<Located<String>> password = reader.text("password").flatMap(this::secret);
        Optional<Located<String>> token = reader.text("token").flatMap(this::secret);
        if (token.isPresent() && user.isPresent()) {
            problems.error(
                    DiagnosticCode.BAD_VALUE,
                    user.get().location(),
                    "a target has a token or a user, not both",
                    "remove 'user' and 'password', or 'token'");
        } else if (reader.node("user").isPresent() != reader.node("password").isPresent()) {
            problems.error(
                    DiagnosticCode.MISSING_KEY,
                    reader.location(),
                    "basic authentication needs the keys 'user' and 'password'");
        }
        user.filter(name -> name.value().contains(":"))
                .ifPresent(name -> problems.error(
                        DiagnosticCode.BAD_VALUE,
                        name.location(),
                        "a user of basic authentication has no ':' in its name"));
        Optional<Login> login = token.<Login>map(Login.Bearer::new)
                .or(() -> user.flatMap(name -> password.map(secret -> new Login.Basic(name.value(), secret))));
        Optional<Located<String>> releases = reader.text("releases").filter(this::isFolder);
        return reader.text("rest").filter(this::isAddress).map(rest -> new Target.Session(rest, login, releases));
    }

    /** The name of the secret that a value stands for: written in clear it would be in every copy of the file. */
    private Optional<Located<String>> secret(Located<String> value) {
        List<Placeholder> placeholders = Placeholder.in(value.value());
        boolean whole = placeholders.size() == 1
                && placeholders.get(0).secret()
                && placeholders.get(0).toString().equals(value.value());
        if (!whole) {
            problems.error(
                    DiagnosticCode.BAD_VALUE,
                    value.location(),
                    "this must be a secret",
                    "write ${secret:name}, and give its value through the environment's 'secrets'");
            return Optional.empty();
        }
        return Optional.of(new Located<>(placeholders.get(0).name(), value.location()));
    }

    private boolean isFolder(Located<String> releases) {
        if (!releases.value().isBlank()) {
            return true;
        }
        problems.error(
                DiagnosticCode.BAD_VALUE,
                releases.location(),
                "releases must name a folder",
                "a path or URI; without the key it is .millrace/releases of the project's folder");
        return false;
    }

    private boolean isAddress(Located<String> rest) {
        if (!Placeholder.in(rest.value()).isEmpty() || Target.Session.isAddress(rest.value())) {
            return true;
        }
        problems.error(
                DiagnosticCode.BAD_VALUE,
                rest.location(),
                "this is no address of a REST interface",
                "write http://host:port or https://host:port; a user has keys of its own");
        return false;
    }
}
