package io.millrace.launcher.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Takes savepoints of running jobs, and stops them. A request carries an id of its own, so it may be sent again. */
public final class Savepoints {

    private static final long PAUSE_MILLIS = 200;

    private final FlinkRest rest;
    private final Optional<String> directory;
    private final Duration patience;

    /**
     * Takes them in one place.
     *
     * @param directory on any file system of the cluster; empty for one of the job's own below that which the cluster is
     *     configured with
     * @param patience how long one may take
     */
    public Savepoints(FlinkRest rest, Optional<String> directory, Duration patience) {
        this.rest = rest;
        this.directory = directory;
        this.patience = patience;
    }

    /** Takes one while the job goes on, and returns its path. */
    public String take(JobOverview job) throws ClusterException, InterruptedException {
        Map<String, Object> request = new LinkedHashMap<>();
        request.put("cancel-job", false);
        place(job.id()).ifPresent(path -> request.put("target-directory", path));
        return completed(job, "savepoints", request);
    }

    /** Takes one and ends the job behind it, without closing windows that are open; returns its path. */
    public String stop(JobOverview job) throws ClusterException, InterruptedException {
        Map<String, Object> request = new LinkedHashMap<>();
        request.put("drain", false);
        place(job.id()).ifPresent(path -> request.put("targetDirectory", path));
        String path = completed(job, "stop", request);
        awaitEnd(job.id(), job.name());
        return path;
    }

    /** Ends the job; what it has done since its last checkpoint is done again by whoever resumes from that. */
    public void cancel(JobOverview job) throws ClusterException, InterruptedException {
        cancel(job.id(), job.name());
    }

    /** The same for a job by its id; the name is for messages. */
    public void cancel(String jobId, String name) throws ClusterException, InterruptedException {
        rest.cancel(jobId);
        awaitEnd(jobId, name);
    }

    /** A job's own folder tells later whose savepoints they are. */
    private Optional<String> place(String jobId) throws ClusterException, InterruptedException {
        return directory.isPresent()
                ? directory
                : new StateFolders(rest).savepoints().map(folder -> folder + "/" + jobId);
    }

    private String completed(JobOverview job, String operation, Map<String, Object> request)
            throws ClusterException, InterruptedException {
        String id = UUID.randomUUID().toString().replace("-", "");
        request.put("triggerId", id);
        rest.postOnce("/jobs/" + job.id() + "/" + operation, request);
        Instant end = Instant.now().plus(patience);
        while (true) {
            JsonNode answer = rest.get("/jobs/" + job.id() + "/savepoints/" + id);
            if (answer.path("status").path("id").asText().equals("COMPLETED")) {
                return path(job, answer.path("operation"));
            }
            if (Instant.now().isAfter(end)) {
                throw ClusterException.unfinished("the savepoint of '" + job.name() + "' is not complete after "
                        + patience.toSeconds() + " s; the cluster goes on with it");
            }
            Thread.sleep(PAUSE_MILLIS);
        }
    }

    private static String path(JobOverview job, JsonNode operation) throws ClusterException {
        JsonNode failure = operation.path("failure-cause");
        if (failure.isMissingNode() || failure.isNull()) {
            return operation.path("location").asText();
        }
        throw ClusterException.unfinished("the savepoint of '" + job.name() + "' failed: "
                + Causes.innermost(failure.path("stack-trace").asText()));
    }

    private void awaitEnd(String jobId, String name) throws ClusterException, InterruptedException {
        Instant end = Instant.now().plus(patience);
        while (!rest.get("/jobs/" + jobId + "/status").path("status").asText().matches("FINISHED|CANCELED|FAILED")) {
            if (Instant.now().isAfter(end)) {
                throw ClusterException.unfinished("'" + name + "' has not ended after " + patience.toSeconds() + " s");
            }
            Thread.sleep(PAUSE_MILLIS);
        }
    }
}
