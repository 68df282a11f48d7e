package io.millrace.launcher.cli;

import io.millrace.catalog.PipelineCatalog;
import io.millrace.launcher.cluster.ClusterException;
import io.millrace.launcher.cluster.ClusterJobs;
import io.millrace.launcher.cluster.PipelineJobs;
import io.millrace.launcher.report.JsonText;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows how the pipelines of a cluster are. */
@Command(
        name = "status",
        description = {
            "Show the jobs of pipelines on the environment's cluster: state, checkpoints, restarts, load and lag.",
            "A pipeline's job is the one of its name. Without PIPELINE, running jobs that belong to none are shown too."
        },
        exitCodeList = {ExitCodes.UNREACHABLE, ExitCodes.INTERRUPTED},
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class StatusCommand implements Callable<Integer> {

    private static final long PAUSE_MILLIS = 2_000;

    private final Console console;

    @Mixin
    private ProjectOptions project;

    @Mixin
    private SelectedPipelines selected;

    @Option(
            names = "--format",
            paramLabel = "text|json",
            defaultValue = "text",
            description = "How to print (default: ${DEFAULT-VALUE}).")
    private OutputFormat format;

    @Option(names = "--watch", description = "Print it again every two seconds, until Ctrl-C.")
    private boolean watch;

    StatusCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws InterruptedException {
        PipelineCatalog catalog = project.load();
        List<String> names = List.copyOf(selected.of(catalog));
        ClusterJobs jobs = new ClusterJobs(TargetCluster.rest(catalog, project, console));
        try {
            print(PipelineJobs.of(jobs, names, selected.isEmpty()));
            while (watch) {
                Thread.sleep(PAUSE_MILLIS);
                console.out().println();
                print(PipelineJobs.of(jobs, names, selected.isEmpty()));
            }
        } catch (ClusterException e) {
            throw new CommandFailed(ExitCode.UNREACHABLE, e.getMessage());
        }
        return ExitCode.DONE;
    }

    private void print(List<PipelineJobs.Row> rows) {
        if (format == OutputFormat.JSON) {
            console.out()
                    .println(JsonText.of(rows.stream().map(StatusText::data).toList()));
        } else {
            StatusText.lines(rows, Instant.now()).forEach(console.out()::println);
        }
        console.out().flush();
    }
}
