package io.millrace.launcher.cli;

import io.millrace.catalog.PipelineCatalog;
import io.millrace.catalog.descriptor.Target;
import io.millrace.catalog.descriptor.Target.Login;
import io.millrace.catalog.diagnostic.Diagnostic;
import io.millrace.catalog.diagnostic.DiagnosticCode;
import io.millrace.catalog.diagnostic.Located;
import io.millrace.catalog.script.Placeholder;
import io.millrace.launcher.cluster.ClusterAddress;
import io.millrace.launcher.cluster.FlinkRest;
import io.millrace.launcher.compile.Redaction;
import io.millrace.launcher.compile.SecretSource;
import io.millrace.launcher.local.SandboxFolder;
import io.millrace.launcher.local.SecretValues;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The cluster that an environment's {@code target} names, with its variables and secrets put in. */
final class TargetCluster {

    private static final Pattern TOKEN = Pattern.compile("[\\x21-\\x7e]+");

    private final PipelineCatalog catalog;
    private final ProjectOptions project;
    private final Map<String, String> variables = new HashMap<>();
    private final SecretSource secrets;

    private TargetCluster(PipelineCatalog catalog, ProjectOptions project, Console console) {
        this.catalog = catalog;
        this.project = project;
        Optional<SandboxFolder.Running> sandbox =
                catalog.environment().sandbox() ? new SandboxFolder(project.root()).running() : Optional.empty();
        sandbox.ifPresent(running -> variables.putAll(running.variables()));
        catalog.environment().variables().forEach((name, value) -> variables.put(name, value.value()));
        secrets = new SecretValues(
                catalog.environment(), project.root(), console.environment(), sandbox, new Redaction());
    }

    /** Its REST interface, which nothing has asked yet; ends the command where the environment has no cluster. */
    static FlinkRest rest(PipelineCatalog catalog, ProjectOptions project, Console console) {
        return new FlinkRest(new TargetCluster(catalog, project, console).address(require(catalog)));
    }

    /** A text of the target with its variables put in. */
    static String text(PipelineCatalog catalog, ProjectOptions project, Console console, Located<String> written) {
        TargetCluster cluster = new TargetCluster(catalog, project, console);
        return Placeholder.replace(written.value(), placeholder -> cluster.variable(placeholder, written));
    }

    /** Ends the command where the environment has no cluster. */
    static Target.Session require(PipelineCatalog catalog) {
        return catalog.environment()
                .session()
                .orElseThrow(() -> new CommandFailed(
                        ExitCode.WRONG_USAGE,
                        "the environment '" + catalog.environment().name()
                                + "' has no cluster; name one with 'target: { rest: ... }' in millrace.yaml"));
    }

    private ClusterAddress address(Target.Session target) {
        URI rest = uri(target.rest());
        if (target.login().isEmpty()) {
            return ClusterAddress.open(rest);
        }
        Login login = target.login().get();
        if (login instanceof Login.Basic basic) {
            return ClusterAddress.basic(rest, basic.user(), secret(basic.passwordSecret()));
        }
        return ClusterAddress.bearer(rest, token(((Login.Bearer) login).tokenSecret()));
    }

    private URI uri(Located<String> written) {
        String text = Placeholder.replace(written.value(), placeholder -> variable(placeholder, written));
        if (Target.Session.isAddress(text)) {
            return URI.create(text);
        }
        throw wrong(
                DiagnosticCode.BAD_VALUE, written, "this is no address of a REST interface", "write http://host:port");
    }

    private String variable(Placeholder placeholder, Located<String> written) {
        String value = placeholder.secret() ? null : variables.get(placeholder.name());
        if (value == null) {
            String hint = catalog.environment().sandbox()
                    ? "its cluster is started by 'millrace sandbox up --cluster'"
                    : "define it under 'variables' of the environment";
            throw wrong(
                    DiagnosticCode.UNDEFINED_VARIABLE,
                    written,
                    "the variable '" + placeholder.name() + "' is not defined in the environment '"
                            + catalog.environment().name() + "'",
                    hint);
        }
        return value;
    }

    /** Checked here, because an error of the header that it stands in would show it. */
    private String token(Located<String> name) {
        String token = secret(name);
        if (!TOKEN.matcher(token).matches()) {
            throw wrong(
                    DiagnosticCode.BAD_VALUE,
                    name,
                    "the secret '" + name.value() + "' is no token",
                    "a token is one word of ASCII characters, without line breaks");
        }
        return token;
    }

    private String secret(Located<String> name) {
        return secrets.value(name.value())
                .orElseThrow(() -> wrong(
                        DiagnosticCode.MISSING_SECRET,
                        name,
                        "the secret '" + name.value() + "' has no value",
                        "give it one where the environment's 'secrets' come from"));
    }

    private CommandFailed wrong(DiagnosticCode code, Located<String> place, String message, String hint) {
        project.printer().print(List.of(Diagnostic.error(code, place.location(), message, hint)));
        return new CommandFailed(ExitCode.INVALID_CATALOG, "");
    }
}
