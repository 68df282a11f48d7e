package io.millrace.launcher.cli;

import io.millrace.catalog.PipelineCatalog;
import io.millrace.launcher.cluster.ClusterException;
import io.millrace.launcher.cluster.ClusterJobs;
import io.millrace.launcher.cluster.FlinkRest;
import io.millrace.launcher.cluster.JobOverview;
import java.util.List;
import java.util.Set;

/** Does something with each running job of some pipelines; one that fails does not keep the others from it. */
final class RunningPipelines {

    private final Console console;
    private final ProjectOptions project;

    /** What is done with one job; the text is printed beside the pipeline's name. */
    interface Action {
        String with(FlinkRest rest, String pipeline, JobOverview job) throws ClusterException, InterruptedException;
    }

    RunningPipelines(Console console, ProjectOptions project) {
        this.console = console;
        this.project = project;
    }

    /**
     * Finds the jobs and does it.
     *
     * @param idle the exit code for a pipeline without a running job
     */
    int forEach(PipelineCatalog catalog, Set<String> pipelines, int idle, Action action) throws InterruptedException {
        FlinkRest rest = TargetCluster.rest(catalog, project, console);
        int exitCode = ExitCode.DONE;
        try {
            List<JobOverview> jobs = new ClusterJobs(rest).all();
            for (String pipeline : pipelines) {
                List<JobOverview> running = jobs.stream()
                        .filter(job -> job.name().equals(pipeline) && !job.isTerminal())
                        .toList();
                if (running.isEmpty()) {
                    console.err().println("millrace: '" + pipeline + "' has no running job");
                    exitCode = Math.max(exitCode, idle);
                }
                for (JobOverview job : running) {
                    exitCode = Math.max(exitCode, act(rest, pipeline, job, action));
                }
            }
        } catch (ClusterException e) {
            throw new CommandFailed(ExitCode.UNREACHABLE, e.getMessage());
        }
        return exitCode;
    }

    private int act(FlinkRest rest, String pipeline, JobOverview job, Action action)
            throws ClusterException, InterruptedException {
        try {
            console.out().println(pipeline + "  " + action.with(rest, pipeline, job));
            console.out().flush();
            return ExitCode.DONE;
        } catch (ClusterException e) {
            if (!e.isUnfinished()) {
                throw e;
            }
            console.err().println("millrace: " + e.getMessage());
            return ExitCode.JOB_FAILED;
        }
    }
}
