package io.millrace.sandbox.supervise;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.millrace.sandbox.server.SandboxRequest;
import io.millrace.sandbox.state.SandboxException;
import io.millrace.sandbox.state.SupervisorRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Talks to a running supervisor. */
final class ControlClient {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final SupervisorRecord supervisor;

    /** Makes a client of the supervisor that a record describes. */
    ControlClient(SupervisorRecord supervisor) {
        this.supervisor = supervisor;
    }

    /**
     * Asks for servers, and passes on each event until the last.
     *
     * @throws IOException when the supervisor is not there or ends before it has finished
     */
    void up(SandboxRequest request, Consumer<Event> events) throws IOException, InterruptedException {
        String body = JSON.writeValueAsString(request);
        HttpResponse<Stream<String>> response =
                send("/up", "POST", BodyPublishers.ofString(body), BodyHandlers.ofLines(), Duration.ofHours(1));
        try (Stream<String> lines = response.body()) {
            lines.map(ControlClient::event).forEach(events);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** Asks the supervisor to stop; returns before it has. */
    void down() throws IOException, InterruptedException {
        send("/down", "POST", BodyPublishers.noBody(), BodyHandlers.discarding(), Duration.ofSeconds(10));
    }

    /** Returns the state of its servers. */
    List<ServerStatus> status() throws IOException, InterruptedException {
        HttpResponse<String> response =
                send("/status", "GET", BodyPublishers.noBody(), BodyHandlers.ofString(), Duration.ofSeconds(10));
        return JSON.readValue(response.body(), new TypeReference<List<ServerStatus>>() {});
    }

    private <T> HttpResponse<T> send(
            String path, String method, BodyPublisher body, BodyHandler<T> handler, Duration timeout)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + supervisor.port() + path))
                .header("Authorization", "Bearer " + supervisor.token())
                .timeout(timeout)
                .method(method, body)
                .build();
        HttpResponse<T> response = http.send(request, handler);
        if (response.statusCode() != 200) {
            throw SandboxException.unreachable(
                    "port " + supervisor.port() + " is not the supervisor's any more: run the command again");
        }
        return response;
    }

    private static Event event(String line) {
        try {
            return JSON.readValue(line, Event.class);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
