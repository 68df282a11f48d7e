package io.millrace.launcher.cli;

import io.millrace.catalog.PipelineCatalog;
import io.millrace.launcher.local.SandboxFolder;
import io.millrace.launcher.local.SandboxNeeds;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Starts the servers that the chosen pipelines use, with the project's tables, topics and indexes. */
@Command(
        name = "up",
        description = "Start the servers that the chosen pipelines need; does nothing when they run.",
        exitCodeList = {ExitCodes.UNREACHABLE, ExitCodes.LOCKED, ExitCodes.INTERRUPTED},
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class SandboxUpCommand implements Callable<Integer> {

    @Mixin
    private ProjectOptions project;

    @Mixin
    private SelectedPipelines selected;

    @Option(
            names = "--mysql-flavour",
            paramLabel = "mariadb|mysql",
            description = "Which server stands for MySQL (default: mariadb, or what the data was made with).")
    private MySqlFlavour flavour;

    @Option(
            names = "--cluster",
            description =
                    "Also start a Flink cluster: a JobManager with the web UI and two TaskManagers of four slots.")
    private boolean cluster;

    @Option(
            names = "--high-availability",
            description = "Start the cluster with ZooKeeper, so that jobs survive the JobManager's end.")
    private boolean highAvailability;

    /** The servers that can stand for MySQL. */
    enum MySqlFlavour {
        MARIADB,
        MYSQL
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        PipelineCatalog catalog = project.load();
        Set<String> names = selected.of(catalog);
        project.printer().print(catalog.problems(names));
        if (!catalog.environment().sandbox()) {
            throw new CommandFailed(
                    ExitCode.WRONG_USAGE, "the environment '" + project.environment() + "' does not use the sandbox");
        }
        return up(catalog, names);
    }

    private int up(PipelineCatalog catalog, Set<String> names) throws IOException, InterruptedException {
        List<String> needs = new ArrayList<>(new SandboxNeeds(catalog).upArguments(names, project.root()));
        if (cluster) {
            needs.add("--cluster");
        }
        if (highAvailability) {
            needs.add("--high-availability");
        }
        if (needs.isEmpty()) {
            return ExitCode.DONE;
        }
        List<String> arguments = new ArrayList<>(List.of(
                "up", "--state", new SandboxFolder(project.root()).path().toString()));
        arguments.addAll(needs);
        if (flavour != null) {
            arguments.addAll(List.of("--mysql-flavour", flavour.name()));
        }
        return Distribution.sandbox().run(arguments);
    }
}
