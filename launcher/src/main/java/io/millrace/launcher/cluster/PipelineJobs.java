package io.millrace.launcher.cluster;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Which job of a cluster belongs to which pipeline: the one that has its name. */
public final class PipelineJobs {

    private PipelineJobs() {}

    /**
     * A pipeline and a job.
     *
     * @param pipeline empty where the job is no pipeline's
     * @param job empty where the cluster knows of none
     */
    public record Row(Optional<String> pipeline, Optional<JobOverview> job, JobHealth health) {}

    /**
     * Reads the jobs of some pipelines, in the pipelines' order: all that are not over, else the youngest that is.
     *
     * @param others whether jobs follow that are no pipeline's and not over
     */
    public static List<Row> of(ClusterJobs jobs, Collection<String> pipelines, boolean others)
            throws ClusterException, InterruptedException {
        List<JobOverview> all = jobs.all();
        List<Row> rows = new ArrayList<>();
        for (String pipeline : pipelines) {
            List<JobOverview> own =
                    all.stream().filter(job -> job.name().equals(pipeline)).toList();
            List<JobOverview> current =
                    own.stream().filter(job -> !job.isTerminal()).toList();
            List<JobOverview> shown = current.isEmpty() ? own.stream().limit(1).toList() : current;
            for (JobOverview job : shown) {
                rows.add(new Row(Optional.of(pipeline), Optional.of(job), jobs.health(job)));
            }
            if (shown.isEmpty()) {
                rows.add(new Row(Optional.of(pipeline), Optional.empty(), JobHealth.UNKNOWN));
            }
        }
        for (JobOverview job : others ? all : List.<JobOverview>of()) {
            if (!job.isTerminal() && !pipelines.contains(job.name())) {
                rows.add(new Row(Optional.empty(), Optional.of(job), jobs.health(job)));
            }
        }
        return List.copyOf(rows);
    }
}
