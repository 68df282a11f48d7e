package io.millrace.launcher.cli;

import io.millrace.catalog.PipelineCatalog;
import io.millrace.launcher.cluster.Savepoints;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Takes savepoints of running pipelines. */
@Command(
        name = "savepoint",
        description = {
            "Take a savepoint of each pipeline's job on the environment's cluster, and print its path; the jobs go on.",
            "A savepoint holds all state, is yours to keep, and is never removed by Flink."
        },
        exitCodeList = {ExitCodes.JOB_FAILED, ExitCodes.UNREACHABLE, ExitCodes.INTERRUPTED},
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class SavepointCommand implements Callable<Integer> {

    private final Console console;

    @Mixin
    private ProjectOptions project;

    @Mixin
    private SelectedPipelines selected;

    @Option(
            names = "--to",
            paramLabel = "DIRECTORY",
            description = "Where, on a file system of the cluster; else where the cluster is configured to.")
    private String directory;

    @Option(
            names = "--timeout",
            paramLabel = "DURATION",
            converter = DurationConverter.class,
            defaultValue = "10min",
            description = "How long one may take (default: ${DEFAULT-VALUE}).")
    private Duration patience;

    SavepointCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws InterruptedException {
        PipelineCatalog catalog = project.load();
        return new RunningPipelines(console, project)
                .forEach(catalog, selected.of(catalog), ExitCode.JOB_FAILED, (rest, pipeline, job) -> new Savepoints(
                                rest, Optional.ofNullable(directory), patience)
                        .take(job));
    }
}
