package io.millrace.sandbox.server;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.millrace.sandbox.state.SandboxException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Asks an Elasticsearch node through its REST interface. */
final class Indexes {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

    private final String url;

    Indexes(String url) {
        this.url = url;
    }

    /** Tells whether a node of the named cluster answers and its indexes are usable. */
    boolean clusterAnswers(String clusterName) throws IOException, InterruptedException {
        HttpResponse<String> response = send(
                request("/_cluster/health?wait_for_status=yellow&timeout=1s").GET());
        if (response.statusCode() != 200) {
            return false;
        }
        JsonNode health = JSON.readTree(response.body());
        return clusterName.equals(health.path("cluster_name").asText());
    }

    /** Creates an index with its mapping; leaves one that exists as it is. */
    void createUnlessPresent(IndexSpec index) throws IOException, InterruptedException {
        String path = "/" + index.name();
        int present =
                send(request(path).method("HEAD", BodyPublishers.noBody())).statusCode();
        if (present == 200) {
            return;
        }
        HttpResponse<String> response = send(request(path)
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(body(index.mapping()))));
        if (response.statusCode() != 200) {
            throw SandboxException.usage(index.mapping() + ": Elasticsearch refuses the index " + index.name() + " ("
                    + reason(response.body()) + "): mend the file and run the command again");
        }
    }

    /** Returns a create-index body: the file's own, or one around the mapping that the file holds. */
    static String body(Path mapping) throws IOException {
        JsonNode content;
        try {
            content = JSON.readTree(Files.readString(mapping));
        } catch (JsonProcessingException e) {
            throw SandboxException.usage(mapping + ":" + e.getLocation().getLineNr() + ":"
                    + e.getLocation().getColumnNr() + ": not JSON (" + e.getOriginalMessage() + ")");
        }
        boolean whole = List.of("mappings", "settings", "aliases").stream().anyMatch(content::has);
        return JSON.writeValueAsString(whole ? content : Map.of("mappings", content));
    }

    private static String reason(String body) {
        try {
            JsonNode reason = JSON.readTree(body).path("error").path("reason");
            return reason.isMissingNode() ? body : reason.asText();
        } catch (JsonProcessingException e) {
            return body;
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(url + path)).timeout(Duration.ofSeconds(30));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return HTTP.send(request.build(), BodyHandlers.ofString());
    }
}
