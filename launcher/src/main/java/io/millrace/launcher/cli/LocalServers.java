package io.millrace.launcher.cli;

import io.millrace.catalog.PipelineCatalog;
import io.millrace.catalog.script.Placeholder;
import io.millrace.launcher.local.SandboxFolder;
import io.millrace.launcher.local.SandboxNeeds;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Sees to it that the servers which some pipelines need are up. */
final class LocalServers {

    private final ProjectOptions project;
    private final Console console;

    LocalServers(ProjectOptions project, Console console) {
        this.project = project;
        this.console = console;
    }

    /**
     * Starts what is missing; servers that answer are left alone.
     *
     * @return what the servers define; empty where the pipelines need none
     */
    Optional<SandboxFolder.Running> start(PipelineCatalog catalog, Set<String> pipelines)
            throws IOException, InterruptedException {
        return start(catalog, new SandboxNeeds(catalog), pipelines);
    }

    /** The same where not all of the pipelines is needed. */
    Optional<SandboxFolder.Running> start(PipelineCatalog catalog, SandboxNeeds needs, Set<String> pipelines)
            throws IOException, InterruptedException {
        return startServers(catalog, catalog.environment().sandbox() ? needs.servers(pipelines) : Set.of());
    }

    /** The same with the cluster of an environment, where that is the sandbox's. */
    Optional<SandboxFolder.Running> startWithCluster(PipelineCatalog catalog, Collection<String> pipelines)
            throws IOException, InterruptedException {
        if (!catalog.environment().sandbox()) {
            return Optional.empty();
        }
        Set<String> servers = new LinkedHashSet<>(new SandboxNeeds(catalog).servers(Set.copyOf(pipelines)));
        boolean ownCluster = Placeholder.in(
                        TargetCluster.require(catalog).rest().value())
                .stream()
                .anyMatch(placeholder -> placeholder.name().equals("flink.rest"));
        if (ownCluster) {
            servers.add("flink");
        }
        return startServers(catalog, servers);
    }

    /** The same for servers by name. */
    Optional<SandboxFolder.Running> startServers(PipelineCatalog catalog, Set<String> servers)
            throws IOException, InterruptedException {
        if (servers.isEmpty()) {
            return Optional.empty();
        }
        SandboxFolder folder = new SandboxFolder(project.root());
        Optional<SandboxFolder.Running> running = folder.running();
        if (running.isPresent() && servers.stream().allMatch(running.get()::answers)) {
            return running;
        }
        console.err().println("starting " + String.join(", ", servers) + " (stop them with 'millrace sandbox down')");
        List<String> arguments =
                new ArrayList<>(List.of("up", "--state", folder.path().toString()));
        arguments.addAll(new SandboxNeeds(catalog).upArgumentsFor(servers, project.root()));
        int exitCode = Distribution.sandbox().runQuietly(arguments);
        if (exitCode != ExitCode.DONE) {
            throw new CommandFailed(exitCode, "");
        }
        return folder.running();
    }
}
