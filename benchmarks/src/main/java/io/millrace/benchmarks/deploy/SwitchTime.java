package io.millrace.benchmarks.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Comparator;
import java.util.List;
import java.util.stream.StreamSupport;

/**
 * Prints the milliseconds in which no job of a pipeline worked while another took its place: from the trigger of the old
 * job's last savepoint, behind which its sources give no row, until all tasks of the new one run, by the cluster's clock.
 */
public final class SwitchTime {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final String rest;

    private SwitchTime(String rest) {
        this.rest = rest;
    }

    /** The arguments are the REST address and the pipeline's name. */
    public static void main(String[] arguments) throws Exception {
        System.out.println(new SwitchTime(arguments[0]).millis(arguments[1]));
    }

    private long millis(String pipeline) throws IOException, InterruptedException {
        List<JsonNode> jobs = StreamSupport.stream(
                        get("/jobs/overview").path("jobs").spliterator(), false)
                .filter(job -> job.path("name").asText().equals(pipeline))
                .sorted(Comparator.comparingLong(job -> -job.path("start-time").asLong()))
                .toList();
        long stopped = get("/jobs/" + jobs.get(1).path("jid").asText() + "/checkpoints")
                .at("/latest/savepoint/trigger_timestamp")
                .asLong();
        return running(jobs.get(0).path("jid").asText()) - stopped;
    }

    private long running(String job) throws IOException, InterruptedException {
        long running = 0;
        for (JsonNode vertex : get("/jobs/" + job).path("vertices")) {
            JsonNode shown =
                    get("/jobs/" + job + "/vertices/" + vertex.path("id").asText());
            for (JsonNode subtask : shown.path("subtasks")) {
                long since = shown.path("now").asLong()
                        - subtask.at("/status-duration/RUNNING").asLong();
                running = Math.max(running, since);
            }
        }
        return running;
    }

    private JsonNode get(String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(rest + path)).build();
        return JSON.readTree(http.send(request, BodyHandlers.ofString()).body());
    }
}
