package io.millrace.launcher.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/**
 * Flink's REST interface. Requests that may be sent twice are, when the cluster does not answer, answers too late or says
 * that it is busy.
 */
public final class FlinkRest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration CONNECT = Duration.ofSeconds(3);
    private static final Duration ANSWER = Duration.ofSeconds(10);
    private static final Duration UPLOAD = Duration.ofMinutes(2);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final int ATTEMPTS = 3;
    private static final Set<Integer> BUSY = Set.of(429, 502, 503, 504);
    private static final int LONGEST = 300;

    private final ClusterAddress address;
    private final HttpClient client;
    private final Duration patience;

    /** Gives up after three attempts. */
    public FlinkRest(ClusterAddress address) {
        this(address, HttpClient.newBuilder().connectTimeout(CONNECT).build(), Duration.ZERO);
    }

    private FlinkRest(ClusterAddress address, HttpClient client, Duration patience) {
        this.address = address;
        this.client = client;
        this.patience = patience;
    }

    /** The same, which goes on asking a cluster that does not answer for some time. */
    public FlinkRest patient(Duration longer) {
        return new FlinkRest(address, client, longer);
    }

    /** The address alone. */
    @Override
    public String toString() {
        return address.toString();
    }

    /** Reads a resource. */
    JsonNode get(String path) throws ClusterException, InterruptedException {
        return send(request(path).GET().build());
    }

    /** Sends a request that the cluster does once however often it comes, such as one with an id of its own. */
    JsonNode postOnce(String path, Object body) throws ClusterException, InterruptedException {
        try {
            return send(request(path)
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)))
                    .build());
        } catch (IOException e) {
            throw new IllegalArgumentException("not JSON", e);
        }
    }

    /** Asks for the end of a job, which has it once however often it is asked for. */
    void cancel(String jobId) throws ClusterException, InterruptedException {
        send(request("/jobs/" + jobId + "?mode=cancel")
                .method("PATCH", HttpRequest.BodyPublishers.noBody())
                .build());
    }

    /**
     * Hands a body of several parts over, once: whether the cluster took it must be asked before it is sent again.
     *
     * @return false where the answer was lost, or the cluster is busy
     */
    boolean upload(String path, Multipart body) throws ClusterException, InterruptedException {
        HttpRequest request = request(path)
                .timeout(UPLOAD)
                .header("Content-Type", body.contentType())
                .POST(body.publisher())
                .build();
        try {
            HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
            if (BUSY.contains(response.statusCode())) {
                return false;
            }
            answer(request.uri(), response);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(address.resolve(path)).timeout(ANSWER);
        address.authorization().ifPresent(header -> request.header("Authorization", header));
        return request;
    }

    /** Reads a resource that is a text, such as a log. */
    String text(String path) throws ClusterException, InterruptedException {
        HttpResponse<String> response = sendAndWait(request(path).GET().build());
        if (response.statusCode() < 300) {
            return response.body();
        }
        answer(response.uri(), response);
        return "";
    }

    private JsonNode send(HttpRequest request) throws ClusterException, InterruptedException {
        return answer(request.uri(), sendAndWait(request));
    }

    private HttpResponse<String> sendAndWait(HttpRequest request) throws ClusterException, InterruptedException {
        Instant end = Instant.now().plus(patience);
        for (int attempt = 1; ; attempt++) {
            boolean last = attempt >= ATTEMPTS && Instant.now().isAfter(end);
            try {
                HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
                if (!BUSY.contains(response.statusCode()) || last) {
                    return response;
                }
            } catch (IOException e) {
                if (last) {
                    throw ClusterException.unreachable("the cluster at " + address + " " + reason(e));
                }
            }
            Thread.sleep((attempt == 1 ? FIRST_PAUSE : PAUSE).toMillis());
        }
    }

    private JsonNode answer(URI asked, HttpResponse<String> response) throws ClusterException {
        int status = response.statusCode();
        if (status == 401 || status == 403) {
            throw ClusterException.refused(
                    status, "the cluster at " + address + " refuses the user or token (status " + status + ")");
        }
        try {
            JsonNode body = JSON.readTree(response.body());
            if (status < 300 && body.isContainerNode()) {
                return body;
            }
            if (status >= 300) {
                throw ClusterException.refused(
                        status,
                        "the cluster at " + address + " answers " + status + " to " + asked.getPath() + said(body));
            }
        } catch (IOException e) {
            // Said below: what answers is not Flink.
        }
        throw ClusterException.unreachable(
                "what answers at " + address + " is not Flink's REST interface (status " + status + ")");
    }

    /** Flink's own words; of what it did not expect they are in the stack trace that it gives besides. */
    private static String said(JsonNode body) {
        JsonNode errors = body.path("errors");
        String error = errors.path(0).asText().strip();
        String trace = errors.path(1).asText().replaceFirst("^<[^>\\n]*\\R", "");
        String line =
                trace.isBlank() ? Causes.withoutClass(error.lines().findFirst().orElse("")) : Causes.innermost(trace);
        return line.isEmpty() ? "" : ": " + (line.length() > LONGEST ? line.substring(0, LONGEST) + "..." : line);
    }

    private static String reason(IOException e) {
        if (e instanceof ConnectException) {
            return "cannot be reached";
        }
        return e instanceof HttpTimeoutException
                ? "does not answer within " + ANSWER.toSeconds() + " s"
                : "closes the connection";
    }
}
