package io.millrace.launcher.it;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What the sandbox's Flink cluster says of itself, asked without Millrace. */
final class SessionCluster {

    private static final Set<String> OVER = Set.of("FINISHED", "CANCELED", "FAILED");

    private final HttpClient client = HttpClient.newHttpClient();
    private final String rest;

    SessionCluster(String rest) {
        this.rest = rest;
    }

    /** A job. */
    record Job(String id, String name, String state, long started) {

        boolean isOver() {
            return OVER.contains(state);
        }
    }

    /** All jobs that it knows of. */
    List<Job> jobs() {
        List<Job> jobs = new ArrayList<>();
        for (JsonNode job : get("/jobs/overview").path("jobs")) {
            jobs.add(new Job(
                    job.path("jid").asText(),
                    job.path("name").asText(),
                    job.path("state").asText(),
                    job.path("start-time").asLong()));
        }
        return jobs;
    }

    /** The jobs of a pipeline that are not over. */
    List<Job> current(String pipeline) {
        return jobs().stream()
                .filter(job -> job.name().equals(pipeline) && !job.isOver())
                .toList();
    }

    /** The newest complete checkpoint of a job; negative where there is none. */
    long checkpoint(String job) {
        return get("/jobs/" + job + "/checkpoints").at("/latest/completed/id").asLong(-1);
    }

    /** The name of a TaskManager that runs something. */
    String busyTaskManager() {
        for (JsonNode each : get("/taskmanagers").path("taskmanagers")) {
            if (each.path("freeSlots").asInt() < each.path("slotsNumber").asInt()) {
                return each.path("id").asText().replaceFirst("-[^-]*$", "");
            }
        }
        throw new IllegalStateException("no TaskManager runs anything");
    }

    private JsonNode get(String path) {
        try {
            return new ObjectMapper()
                    .readTree(client.send(
                                    HttpRequest.newBuilder(URI.create(rest + path))
                                            .build(),
                                    HttpResponse.BodyHandlers.ofString())
                            .body());
        } catch (IOException e) {
            throw new IllegalStateException("the cluster does not answer", e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
