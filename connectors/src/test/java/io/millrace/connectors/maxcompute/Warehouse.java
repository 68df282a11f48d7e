package io.millrace.connectors.maxcompute;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.millrace.sandbox.maxcompute.MaxComputeServer;
import java.io.Closeable;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The protocol server and its admin path. */
final class Warehouse implements AutoCloseable {

    static final String KEY = "hush-hush";

    private final ObjectMapper json = new ObjectMapper();
    private final HttpClient client = HttpClient.newHttpClient();
    private final String endpoint;
    private final Closeable server;

    /** Starts a server. */
    Warehouse(Path data) throws IOException {
        MaxComputeServer started = MaxComputeServer.start(0, data, new MaxComputeServer.Account("shop", "tester", KEY));
        server = started;
        endpoint = started.endpoint();
    }

    /** Speaks to a server that another starts and stops. */
    Warehouse(String endpoint) {
        this.endpoint = endpoint;
        this.server = () -> {};
    }

    String endpoint() {
        return endpoint;
    }

    boolean answers() throws Exception {
        try {
            return ask("GET", "name", "").equals("tester");
        } catch (ConnectException e) {
            return false;
        }
    }

    /** The options that every table here has, and others behind them. */
    String options(String table, Map<String, String> others) {
        Map<String, String> options = new TreeMap<>(Map.of(
                "connector", "maxcompute",
                "endpoint", endpoint(),
                "project", "shop",
                "table", table,
                "access-id", "tester",
                "access-key", KEY,
                "sink.retry-backoff.initial", "1 ms",
                "sink.retry-backoff.max", "20 ms"));
        options.putAll(others);
        return options.entrySet().stream()
                .map(option -> "'" + option.getKey() + "' = '" + option.getValue() + "'")
                .collect(Collectors.joining(", ", " WITH (", ")"));
    }

    void sql(String statement) throws Exception {
        ask("POST", "sql", statement);
    }

    void faults(String plan) throws Exception {
        ask("POST", "faults", plan);
    }

    JsonNode faultCounts() throws Exception {
        return json.readTree(ask("GET", "faults", ""));
    }

    List<JsonNode> rows(String table) throws Exception {
        List<JsonNode> rows = new ArrayList<>();
        json.readTree(ask("GET", "rows?table=" + table, "")).forEach(rows::add);
        return rows;
    }

    private String ask(String method, String what, String body) throws Exception {
        URI uri = URI.create(endpoint().replace("/api", "/admin/") + what);
        HttpResponse<String> answer = client.send(
                HttpRequest.newBuilder(uri)
                        .method(method, BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IOException(answer.body());
        }
        return answer.body();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
