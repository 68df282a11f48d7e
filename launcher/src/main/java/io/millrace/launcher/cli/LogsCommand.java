package io.millrace.launcher.cli;

import io.millrace.launcher.cluster.ClusterException;
import io.millrace.launcher.cluster.ClusterJobs;
import io.millrace.launcher.cluster.JobLogs;
import io.millrace.launcher.cluster.JobOverview;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows what a pipeline's job failed of, and what was logged around it. */
@Command(
        name = "logs",
        description = {
            "Show why the job of a pipeline failed or was restarted, the newest failure last, and the last lines that"
                    + " the JobManager and its TaskManagers have logged.",
            "A cluster's processes log for all of their jobs. Values of the environment's secrets are masked."
        },
        exitCodeList = {ExitCodes.JOB_FAILED, ExitCodes.UNREACHABLE, ExitCodes.INTERRUPTED},
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class LogsCommand implements Callable<Integer> {

    private final Console console;

    @Mixin
    private ProjectOptions project;

    @Parameters(
            paramLabel = "PIPELINE",
            completionCandidates = PipelineNames.class,
            description = "The pipeline's name, which is the job's.")
    private String name;

    @Option(
            names = {"-n", "--lines"},
            paramLabel = "NUMBER",
            defaultValue = "50",
            description = "How many lines of each log (default: ${DEFAULT-VALUE}).")
    private int lines;

    @Option(names = "--failures", description = "The job's failures only.")
    private boolean failuresOnly;

    LogsCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws InterruptedException {
        if (lines < 0) {
            throw new CommandFailed(ExitCode.WRONG_USAGE, "--lines is a number of lines");
        }
        try (ClusterProject cluster = ClusterProject.open(project, console)) {
            cluster.learnSecrets(name);
            JobOverview job = new ClusterJobs(cluster.rest())
                    .all().stream()
                            .filter(known -> known.name().equals(name))
                            .findFirst()
                            .orElseThrow(() -> new CommandFailed(
                                    ExitCode.JOB_FAILED, "the cluster knows of no job of '" + name + "'"));
            print(cluster, job, new JobLogs(cluster.rest(), job.id()));
            return ExitCode.DONE;
        } catch (ClusterException e) {
            throw new CommandFailed(ExitCode.UNREACHABLE, e.getMessage());
        }
    }

    private void print(ClusterProject cluster, JobOverview job, JobLogs logs)
            throws ClusterException, InterruptedException {
        say(cluster, "job " + job.id() + " " + job.state() + ", started " + job.started());
        for (JobLogs.Failure failure : logs.failures()) {
            say(cluster, "");
            say(cluster, "failed " + failure.time() + (failure.task().isEmpty() ? "" : " in " + failure.task()));
            say(cluster, failure.stackTrace());
        }
        if (!failuresOnly) {
            say(cluster, "");
            say(cluster, "JobManager");
            say(cluster, logs.jobManager(lines));
            for (String taskManager : logs.taskManagers()) {
                say(cluster, "");
                say(cluster, "TaskManager " + taskManager);
                say(cluster, logs.taskManager(taskManager, lines));
            }
        }
        console.out().flush();
    }

    private void say(ClusterProject cluster, List<String> text) {
        text.forEach(line -> say(cluster, line));
    }

    private void say(ClusterProject cluster, String line) {
        console.out().println(cluster.redaction().redact(line));
    }
}
