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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Compares the index top_products of Elasticsearch, its document ids included; an index that does not exist is empty.
 */
final class TopProductsIndex implements ComparedTable {
    static final ResultTable TABLE = new ResultTable(
            "top_products",
            "Elasticsearch",
            List.of("order_day", "rank_no"),
            List.of("product", "units", "revenue", "_id"));

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();
    private static final int NOT_FOUND = 404;
    private static final int OK = 200;

    private final URI server;
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    TopProductsIndex(URI server) {
        this.server = server;
    }

    @Override
    public Comparison compare(ExpectedResults expected) {
        Map<List<String>, List<String>> rows = new HashMap<>();
        expected.ranks().forEach((key, values) -> {
            List<String> cells = new ArrayList<>(values);
            cells.add(String.join("_", key));
            rows.put(key, cells);
        });
        // A document is found by a search only after a refresh.
        send("POST", "/top_products/_refresh");
        return Comparison.of(TABLE, rows, documents(send("GET", "/top_products/_search?size=10000")));
    }

    static Map<List<String>, List<String>> documents(String answer) {
        try {
            Map<List<String>, List<String>> rows = new HashMap<>();
            for (JsonNode hit : JSON.readTree(answer).path("hits").path("hits")) {
                JsonNode source = hit.path("_source");
                rows.put(
                        List.of(
                                source.path("order_day").asText(),
                                source.path("rank_no").asText()),
                        List.of(
                                source.path("product").asText(),
                                source.path("units").asText(),
                                CellText.money(source.path("revenue").decimalValue()),
                                hit.path("_id").asText()));
            }
            return rows;
        } catch (IOException e) {
            throw SandboxException.unreachable("Elasticsearch answers what is not JSON: look at `sandbox logs`", e);
        }
    }

    private String send(String method, String path) {
        HttpRequest request = HttpRequest.newBuilder(server.resolve(path))
                .timeout(Duration.ofSeconds(30))
                .method(method, HttpRequest.BodyPublishers.noBody())
                .build();
        try {
            HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
            if (response.statusCode() == NOT_FOUND) {
                return "{}";
            }
            if (response.statusCode() != OK) {
                throw SandboxException.unreachable("Elasticsearch answers " + response.statusCode() + " to " + path);
            }
            return response.body();
        } catch (IOException e) {
            throw SandboxException.unreachable(
                    "Elasticsearch does not answer at " + server + ": look at `sandbox status`", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw SandboxException.unreachable("interrupted while waiting for Elasticsearch", e);
        }
    }
}
