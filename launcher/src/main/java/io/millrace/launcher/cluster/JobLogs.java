package io.millrace.launcher.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What a job failed of, and what the processes that run it have logged. */
public final class JobLogs {

    private final FlinkRest rest;
    private final String job;

    public JobLogs(FlinkRest rest, String jobId) {
        this.rest = rest;
        this.job = "/jobs/" + jobId;
    }

    /**
     * A failure from which the job was restarted, or that ended it.
     *
     * @param task the one that failed; empty for the job as a whole
     */
    public record Failure(Instant time, String task, List<String> stackTrace) {}

    /** The failures that the cluster remembers, the oldest first. */
    public List<Failure> failures() throws ClusterException, InterruptedException {
        List<Failure> failures = new ArrayList<>();
        for (JsonNode entry : rest.get(job + "/exceptions").at("/exceptionHistory/entries")) {
            failures.add(
                    0,
                    new Failure(
                            Instant.ofEpochMilli(entry.path("timestamp").asLong()),
                            entry.path("taskName").asText(""),
                            entry.path("stacktrace").asText().lines().toList()));
        }
        return List.copyOf(failures);
    }

    /** The TaskManagers that run it or ran it last. */
    public Set<String> taskManagers() throws ClusterException, InterruptedException {
        Set<String> ids = new LinkedHashSet<>();
        for (JsonNode vertex : rest.get(job).path("vertices")) {
            String path = job + "/vertices/" + vertex.path("id").asText() + "/taskmanagers";
            for (JsonNode manager : rest.get(path).path("taskmanagers")) {
                ids.add(manager.path("taskmanager-id").asText());
            }
        }
        return ids;
    }

    /** The last lines that a TaskManager has logged, of all its jobs. */
    public List<String> taskManager(String id, int lines) throws ClusterException, InterruptedException {
        return last(rest.text("/taskmanagers/" + id + "/log"), lines);
    }

    /** The last lines that the JobManager has logged, of all jobs. */
    public List<String> jobManager(int lines) throws ClusterException, InterruptedException {
        return last(rest.text("/jobmanager/log"), lines);
    }

    private static List<String> last(String text, int lines) {
        List<String> all = text.lines().toList();
        return all.subList(Math.max(0, all.size() - lines), all.size());
    }
}
