package io.millrace.launcher.cli;

import io.millrace.catalog.PipelineCatalog;
import io.millrace.catalog.descriptor.Mode;
import io.millrace.launcher.cluster.ClusterException;
import io.millrace.launcher.cluster.ClusterJobs;
import io.millrace.launcher.cluster.FlinkRest;
import io.millrace.launcher.cluster.JobOverview;
import io.millrace.launcher.cluster.Savepoints;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Stops running pipelines. */
@Command(
        name = "stop",
        description = {
            "Stop each pipeline's job on the environment's cluster behind a savepoint, and print its path.",
            "A pipeline without a running job is left as it is, so it can be run twice. Batch jobs are cancelled."
        },
        exitCodeList = {ExitCodes.JOB_FAILED, ExitCodes.UNREACHABLE, ExitCodes.INTERRUPTED},
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class StopCommand implements Callable<Integer> {

    private final Console console;

    @Mixin
    private ProjectOptions project;

    @Mixin
    private SelectedPipelines selected;

    @Option(names = "--all", description = "Stop all pipelines of the project; without names it must be said.")
    private boolean all;

    @Option(
            names = "--gone",
            description = "Stop what this project deployed here and its catalog does not have any more.")
    private boolean gone;

    @Option(
            names = "--to",
            paramLabel = "DIRECTORY",
            description = "Where savepoints go, on a file system of the cluster; else where it is configured to.")
    private String directory;

    @Option(
            names = "--without-savepoint",
            description = "Cancel the jobs: what they did since their last checkpoint is done again by the next ones.")
    private boolean cancel;

    @Option(
            names = "--timeout",
            paramLabel = "DURATION",
            converter = DurationConverter.class,
            defaultValue = "10min",
            description = "How long one may take (default: ${DEFAULT-VALUE}).")
    private Duration patience;

    @Spec
    private CommandSpec spec;

    StopCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws InterruptedException {
        if (Stream.of(!selected.isEmpty(), all, gone).filter(said -> said).count() != 1) {
            throw new ParameterException(
                    spec.commandLine(),
                    selected.isEmpty() && !all && !gone
                            ? "name the pipelines to stop, or say --all"
                            : "name pipelines, or say --all, or --gone");
        }
        PipelineCatalog catalog = project.load();
        Set<String> names = gone ? gone(catalog) : selected.of(catalog);
        return new RunningPipelines(console, project)
                .forEach(
                        catalog,
                        names,
                        ExitCode.DONE,
                        (rest, pipeline, job) -> stop(rest, mode(catalog, pipeline), job));
    }

    private Set<String> gone(PipelineCatalog catalog) throws InterruptedException {
        try {
            return new ClusterJobs(TargetCluster.rest(catalog, project, console))
                    .managed().stream()
                            .filter(job -> !job.job().isTerminal()
                                    && job.belongsTo(
                                            catalog.project().name().value(),
                                            catalog.environment().name())
                                    && !Pipelines.isKnown(catalog, job.job().name()))
                            .map(job -> job.job().name())
                            .collect(Collectors.toCollection(LinkedHashSet::new));
        } catch (ClusterException e) {
            throw new CommandFailed(ExitCode.UNREACHABLE, e.getMessage());
        }
    }

    private static Mode mode(PipelineCatalog catalog, String pipeline) {
        return Pipelines.isKnown(catalog, pipeline) ? catalog.pipeline(pipeline).mode() : Mode.STREAMING;
    }

    private String stop(FlinkRest rest, Mode mode, JobOverview job) throws ClusterException, InterruptedException {
        Savepoints savepoints = new Savepoints(rest, Optional.ofNullable(directory), patience);
        if (!cancel && mode == Mode.STREAMING) {
            return savepoints.stop(job);
        }
        savepoints.cancel(job);
        return "cancelled";
    }
}
