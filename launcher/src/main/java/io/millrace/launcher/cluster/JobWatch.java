package io.millrace.launcher.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Waits for what becomes of a job that was just started. */
public final class JobWatch {

    private static final long PAUSE_MILLIS = 200;
    private static final long RESTARTS = 3;
    private static final Duration REGISTRATION = Duration.ofSeconds(20);
    private static final Set<String> UP = Set.of("RUNNING", "FINISHED");
    private static final Set<String> FAILED = Set.of("FAILED", "CANCELED");

    private final FlinkRest rest;
    private final String job;
    private final Duration patience;

    /**
     * Prepares it.
     *
     * @param patience how long the job may take to run and to complete a checkpoint
     */
    public JobWatch(FlinkRest rest, String jobId, Duration patience) {
        this.rest = rest;
        this.job = "/jobs/" + jobId;
        this.patience = patience;
    }

    /**
     * Waits until all its tasks run, and then until it has completed a checkpoint.
     *
     * @param checkpoints whether it takes any
     * @return why it does not get so far; empty where it does
     */
    public Optional<String> started(boolean checkpoints) throws ClusterException, InterruptedException {
        Instant end = Instant.now().plus(patience);
        Optional<String> failure = running(end);
        return failure.isPresent() || !checkpoints ? failure : checkpointed(end);
    }

    /** Waits for its end, however long that takes; empty where it came to it by itself. */
    public Optional<String> finished() throws ClusterException, InterruptedException {
        while (true) {
            String state = status().orElse("FAILED");
            if (state.equals("FINISHED")) {
                return Optional.empty();
            }
            if (FAILED.contains(state)) {
                return Optional.of(reason(state.equals("CANCELED") ? "it was cancelled" : "it failed"));
            }
            Thread.sleep(PAUSE_MILLIS);
        }
    }

    private Optional<String> running(Instant end) throws ClusterException, InterruptedException {
        Instant known = Instant.now().plus(REGISTRATION);
        while (!allTasksRun()) {
            Optional<String> state = status();
            if (state.isEmpty() && Instant.now().isAfter(known)) {
                return Optional.of("the cluster does not know the job");
            }
            Optional<String> failure = failure(state.orElse(""), end);
            if (failure.isPresent()) {
                return failure;
            }
            Thread.sleep(PAUSE_MILLIS);
        }
        return Optional.empty();
    }

    /** A checkpoint is asked for, so that a long interval is not waited for. */
    private Optional<String> checkpointed(Instant end) throws ClusterException, InterruptedException {
        String trigger = "";
        while (true) {
            JsonNode answer = trigger.isEmpty() ? null : optional(job + "/checkpoints/" + trigger);
            boolean over = answer == null || answer.at("/status/id").asText().equals("COMPLETED");
            if (answer != null && over && answer.at("/operation/failureCause").isMissingNode()) {
                return Optional.empty();
            }
            Optional<String> state = status();
            if (state.filter("FINISHED"::equals).isPresent()) {
                return Optional.empty();
            }
            Optional<String> failure = failure(state.orElse("FAILED"), end);
            if (failure.isPresent()) {
                return failure;
            }
            if (over) {
                trigger = trigger();
            }
            Thread.sleep(PAUSE_MILLIS);
        }
    }

    private String trigger() throws ClusterException, InterruptedException {
        String id = UUID.randomUUID().toString().replace("-", "");
        Map<String, Object> request = new LinkedHashMap<>();
        request.put("checkpointType", "CONFIGURED");
        request.put("triggerId", id);
        try {
            rest.postOnce(job + "/checkpoints", request);
            return id;
        } catch (ClusterException e) {
            if (e.isUnfinished()) {
                return "";
            }
            throw e;
        }
    }

    private Optional<String> failure(String state, Instant end) throws ClusterException, InterruptedException {
        if (FAILED.contains(state)) {
            return Optional.of(reason("it is " + state));
        }
        if (!state.isEmpty()
                && new SubtaskMetrics(rest, job.substring("/jobs/".length()))
                                .restarts()
                                .orElse(0)
                        >= RESTARTS) {
            return Optional.of(reason("it was restarted " + RESTARTS + " times"));
        }
        return Instant.now().isAfter(end)
                ? Optional.of(reason("it does not run with a checkpoint after " + patience.toSeconds() + " s"))
                : Optional.empty();
    }

    private boolean allTasksRun() throws ClusterException, InterruptedException {
        JsonNode shown = optional(job);
        if (shown == null || !UP.contains(shown.path("state").asText())) {
            return false;
        }
        for (JsonNode vertex : shown.path("vertices")) {
            if (!UP.contains(vertex.path("status").asText())) {
                return false;
            }
        }
        return true;
    }

    private Optional<String> status() throws ClusterException, InterruptedException {
        return Optional.ofNullable(optional(job + "/status"))
                .map(answer -> answer.path("status").asText());
    }

    private String reason(String what) throws ClusterException, InterruptedException {
        JsonNode exceptions = optional(job + "/exceptions");
        String trace = exceptions == null
                ? ""
                : exceptions.at("/exceptionHistory/entries/0/stacktrace").asText();
        String cause = trace.isEmpty() ? "" : Causes.innermost(trace);
        return cause.isEmpty() ? what : what + ": " + cause;
    }

    private JsonNode optional(String path) throws ClusterException, InterruptedException {
        try {
            return rest.get(path);
        } catch (ClusterException e) {
            if (e.isNotFound()) {
                return null;
            }
            throw e;
        }
    }
}
