package io.millrace.sandbox.verify;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.millrace.sandbox.state.SandboxException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** A server of the sandbox that is asked by HTTP and answers in JSON. */
final class JsonService {
    static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private static final int NOT_FOUND = 404;
    private static final int OK = 200;

    private final String name;
    private final URI server;
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    /** @param name the server's name for people */
    JsonService(String name, URI server) {
        this.name = name;
        this.server = server;
    }

    /**
     * Returns the answer; an empty object for what does not exist.
     *
     * @throws SandboxException when the server does not answer, or answers with another status or no JSON
     */
    JsonNode send(String method, String path) {
        HttpRequest request = HttpRequest.newBuilder(server.resolve(path))
                .timeout(Duration.ofSeconds(30))
                .method(method, HttpRequest.BodyPublishers.noBody())
                .build();
        try {
            HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
            if (response.statusCode() == NOT_FOUND) {
                return JSON.createObjectNode();
            }
            if (response.statusCode() != OK) {
                throw SandboxException.unreachable(name + " answers " + response.statusCode() + " to " + path);
            }
            return read(response.body());
        } catch (IOException e) {
            throw SandboxException.unreachable(
                    name + " does not answer at " + server + ": look at `sandbox status`", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw SandboxException.unreachable("interrupted while waiting for " + name, e);
        }
    }

    private JsonNode read(String body) {
        try {
            return JSON.readTree(body);
        } catch (IOException e) {
            throw SandboxException.unreachable(name + " answers what is not JSON: look at `sandbox logs`", e);
        }
    }
}
