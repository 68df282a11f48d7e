package io.millrace.launcher.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** What a cluster says of its jobs. */
public final class ClusterJobs {

    private static final String BUSY = "busyTimeMsPerSecond";
    private static final String BACKPRESSURED = "backPressuredTimeMsPerSecond";
    private static final Duration INITIALIZATION = Duration.ofSeconds(30);
    private static final long PAUSE_MILLIS = 200;

    private final FlinkRest rest;

    public ClusterJobs(FlinkRest rest) {
        this.rest = rest;
    }

    /** All that the cluster knows of, those that are over too; the youngest first. */
    public List<JobOverview> all() throws ClusterException, InterruptedException {
        List<JobOverview> jobs = new ArrayList<>();
        for (JsonNode job : rest.get("/jobs/overview").path("jobs")) {
            long end = job.path("end-time").asLong(-1);
            jobs.add(new JobOverview(
                    job.path("jid").asText(),
                    job.path("name").asText(),
                    job.path("state").asText(),
                    Instant.ofEpochMilli(job.path("start-time").asLong()),
                    end < 0 ? Optional.empty() : Optional.of(Instant.ofEpochMilli(end))));
        }
        jobs.sort(Comparator.comparing(JobOverview::started).reversed().thenComparing(JobOverview::id));
        return List.copyOf(jobs);
    }

    /** All that the cluster knows of, with what they say of themselves; the youngest first. */
    public List<ManagedJob> managed() throws ClusterException, InterruptedException {
        List<ManagedJob> jobs = new ArrayList<>();
        for (JobOverview job : initialized()) {
            jobs.add(new ManagedJob(job, parameters(job)));
        }
        return List.copyOf(jobs);
    }

    /** A job that was only just submitted, or is recovered, says nothing of itself yet. */
    private List<JobOverview> initialized() throws ClusterException, InterruptedException {
        Instant end = Instant.now().plus(INITIALIZATION);
        List<JobOverview> jobs = all();
        while (jobs.stream().anyMatch(job -> job.state().equals("INITIALIZING"))
                && Instant.now().isBefore(end)) {
            Thread.sleep(PAUSE_MILLIS);
            jobs = all();
        }
        return jobs;
    }

    private Optional<JobParameters> parameters(JobOverview job) throws ClusterException, InterruptedException {
        try {
            return JobParameters.of(rest.get("/jobs/" + job.id() + "/config").at("/execution-config/user-config"));
        } catch (ClusterException e) {
            if (e.isNotFound()) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /** How a job is; unknown of one that is over, or of which the cluster knows nothing any more. */
    public JobHealth health(JobOverview job) throws ClusterException, InterruptedException {
        if (job.isTerminal()) {
            return JobHealth.UNKNOWN;
        }
        try {
            JsonNode checkpoints = checkpoints(job);
            SubtaskMetrics metrics = new SubtaskMetrics(rest, job.id());
            Map<String, Long> shares = metrics.percent(BUSY, BACKPRESSURED);
            return new JobHealth(
                    metrics.restarts(),
                    checkpoint(checkpoints.path("latest").path("completed")),
                    checkpoints.path("counts").path("failed").asLong(),
                    number(shares.get(BUSY)),
                    number(shares.get(BACKPRESSURED)),
                    metrics.pendingRecords());
        } catch (ClusterException e) {
            if (e.isNotFound()) {
                return JobHealth.UNKNOWN;
            }
            throw e;
        }
    }

    private static OptionalLong number(Long value) {
        return value == null ? OptionalLong.empty() : OptionalLong.of(value);
    }

    /** A job without checkpoints has no such page. */
    private JsonNode checkpoints(JobOverview job) throws ClusterException, InterruptedException {
        try {
            return rest.get("/jobs/" + job.id() + "/checkpoints");
        } catch (ClusterException e) {
            if (e.isNotFound()) {
                return MissingNode.getInstance();
            }
            throw e;
        }
    }

    private static Optional<JobHealth.Checkpoint> checkpoint(JsonNode completed) {
        if (!completed.isObject()) {
            return Optional.empty();
        }
        return Optional.of(new JobHealth.Checkpoint(
                completed.path("id").asLong(),
                Instant.ofEpochMilli(completed.path("latest_ack_timestamp").asLong()),
                Duration.ofMillis(completed.path("end_to_end_duration").asLong()),
                completed.path("state_size").asLong(),
                Optional.of(completed.path("external_path").asText())
                        .filter(path -> !path.isEmpty() && !path.startsWith("<"))));
    }
}
