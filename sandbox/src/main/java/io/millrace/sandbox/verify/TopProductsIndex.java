package io.millrace.sandbox.verify;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
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

    private final JsonService service;

    TopProductsIndex(URI server) {
        service = new JsonService("Elasticsearch", server);
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
        service.send("POST", "/top_products/_refresh");
        return Comparison.of(TABLE, rows, documents(service.send("GET", "/top_products/_search?size=10000")));
    }

    static Map<List<String>, List<String>> documents(JsonNode answer) {
        Map<List<String>, List<String>> rows = new HashMap<>();
        for (JsonNode hit : answer.path("hits").path("hits")) {
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
    }
}
