package io.millrace.launcher.cli;

import io.millrace.catalog.PipelineCatalog;
import io.millrace.catalog.descriptor.Environment;
import io.millrace.launcher.compile.SecretSource;
import io.millrace.launcher.local.SandboxFolder;
import io.millrace.launcher.local.SandboxVariables;
import io.millrace.launcher.session.PlaceholderValues;
import io.millrace.launcher.session.SessionFailure;
import java.io.IOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The variables and secrets of an environment. Those of the sandbox are stand-ins until a statement connects to one of
 * its servers, which is then started if it does not run.
 */
final class SandboxValues implements PlaceholderValues {

    private final PipelineCatalog catalog;
    private final SandboxFolder folder;
    private final LocalServers servers;
    private final Optional<SecretSource> own;
    private final Map<String, String> variables = new HashMap<>();

    /**
     * @param own the secrets that the environment names itself
     * @param pipeline what <code>${pipeline}</code> stands for in statements of the session
     */
    SandboxValues(
            PipelineCatalog catalog,
            SandboxFolder folder,
            LocalServers servers,
            Optional<SecretSource> own,
            String pipeline) {
        this.catalog = catalog;
        this.folder = folder;
        this.servers = servers;
        this.own = own;
        variables.putAll(SandboxVariables.standIns(catalog.environment()));
        catalog.environment().variables().forEach((name, value) -> variables.put(name, value.value()));
        variables.put("pipeline", pipeline);
    }

    /** What to load the catalog with, so that the sandbox's variables stay placeholders. */
    static Map<String, String> placeholders(Environment environment) {
        Map<String, String> placeholders = new HashMap<>();
        SandboxVariables.standIns(environment).keySet().forEach(name -> placeholders.put(name, "${" + name + "}"));
        return placeholders;
    }

    @Override
    public Optional<String> variable(String name, boolean connects) {
        boolean local = catalog.environment().sandbox()
                && !catalog.environment().variables().containsKey(name);
        Optional<String> server = SandboxVariables.server(name).filter(known -> local && connects);
        return server.isPresent()
                ? running(server.get()).map(running -> running.variables().get(name))
                : Optional.ofNullable(variables.get(name));
    }

    @Override
    public Optional<String> secret(String name) {
        Optional<String> given = own.flatMap(source -> source.value(name));
        Optional<String> server = SandboxVariables.server(name)
                .filter(known -> catalog.environment().sandbox());
        return given.isPresent() || server.isEmpty()
                ? given
                : running(server.get()).map(running -> running.secrets().get(name));
    }

    @Override
    public Collection<String> variables() {
        return variables.keySet();
    }

    private synchronized Optional<SandboxFolder.Running> running(String server) {
        Optional<SandboxFolder.Running> running = folder.running();
        if (running.filter(up -> up.answers(server)).isPresent()) {
            return running;
        }
        try {
            return servers.startServers(catalog, Set.of(server));
        } catch (CommandFailed | IOException e) {
            throw SessionFailure.unreachable("the server '" + server + "' of the sandbox cannot be started"
                    + (e.getMessage().isEmpty() ? "" : ": " + e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw SessionFailure.unreachable("interrupted while the server '" + server + "' started");
        }
    }
}
