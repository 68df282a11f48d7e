package io.millrace.sandbox.verify;

import com.fasterxml.jackson.databind.JsonNode;
import io.millrace.sandbox.state.SandboxException;
import io.millrace.sandbox.story.Cells;
import io.millrace.sandbox.story.Place;
import io.millrace.sandbox.traffic.SandboxConnections;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Reads the rows of a result table, each as cells by column, wherever the table lies. */
final class PlaceReader {
    private static final String UNDEFINED_TABLE = "42P01";
    private static final int MOST_DOCUMENTS = 10_000;

    private final SandboxConnections servers;

    PlaceReader(SandboxConnections servers) {
        this.servers = servers;
    }

    /**
     * Returns the rows; none where there is no such table, topic or index yet.
     *
     * @param keyColumns by which later messages of a topic replace earlier ones
     * @throws SandboxException when the server does not answer
     */
    List<Map<String, String>> rows(Place place, List<String> keyColumns) {
        if (place instanceof Place.Query query) {
            return query(query.sql());
        }
        if (place instanceof Place.Topic topic) {
            return messages(topic.name(), keyColumns);
        }
        if (place instanceof Place.Index index) {
            return documents(index.name());
        }
        if (place instanceof Place.Webhook webhook) {
            return posts(
                    post -> post.path("body").path(webhook.marker()).asText().equals(webhook.value()));
        }
        if (place instanceof Place.Chat chat) {
            return posts(post -> post.path("format").asText().equals(chat.format()));
        }
        return warehouse((Place.Warehouse) place);
    }

    private List<Map<String, String>> query(String sql) {
        List<Map<String, String>> rows = new ArrayList<>();
        try (Connection connection = servers.postgres();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            while (row.next()) {
                Map<String, String> cells = new LinkedHashMap<>();
                for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                    boolean time = row.getMetaData().getColumnTypeName(i).startsWith("timestamp");
                    Object value = time ? row.getObject(i, LocalDateTime.class) : row.getObject(i);
                    cells.put(row.getMetaData().getColumnLabel(i), Cells.cell(value));
                }
                rows.add(cells);
            }
            return rows;
        } catch (SQLException e) {
            if (UNDEFINED_TABLE.equals(e.getSQLState())) {
                return List.of();
            }
            throw SandboxConnections.failure("PostgreSQL", e);
        }
    }

    private List<Map<String, String>> messages(String topic, List<String> keyColumns) {
        Map<List<String>, Map<String, String>> last = new LinkedHashMap<>();
        try (TopicReader reader = new TopicReader(servers.kafkaBrokers(), topic)) {
            reader.read(message -> {
                Map<String, String> row = cells(json(topic, message.value() == null ? message.key() : message.value()));
                List<String> key = row(row, keyColumns);
                if (message.value() == null) {
                    last.remove(key);
                } else {
                    last.put(key, row);
                }
            });
        }
        return List.copyOf(last.values());
    }

    private List<Map<String, String>> documents(String index) {
        JsonService service = new JsonService("Elasticsearch", servers.elasticsearch());
        // A document is found by a search only after a refresh.
        service.send("POST", "/" + index + "/_refresh");
        JsonNode answer = service.send("GET", "/" + index + "/_search?size=" + MOST_DOCUMENTS);
        List<Map<String, String>> rows = new ArrayList<>();
        for (JsonNode hit : answer.path("hits").path("hits")) {
            Map<String, String> cells = cells(hit.path("_source"));
            cells.put("_id", hit.path("_id").asText());
            rows.add(cells);
        }
        return rows;
    }

    private List<Map<String, String>> posts(Predicate<JsonNode> wanted) {
        URI webhook = servers.webhook();
        List<Map<String, String>> rows = new ArrayList<>();
        for (JsonNode post : new JsonService("webhook", webhook).send("GET", "/_admin/received")) {
            if (wanted.test(post)) {
                rows.add(cells(post.path("body")));
            }
        }
        return rows;
    }

    private List<Map<String, String>> warehouse(Place.Warehouse place) {
        String path = "/admin/rows?table=" + URLEncoder.encode(place.table(), StandardCharsets.UTF_8);
        List<Map<String, String>> rows = new ArrayList<>();
        for (JsonNode row : new JsonService("MaxCompute", servers.maxcompute()).send("GET", path)) {
            rows.add(cells(row));
        }
        return rows;
    }

    static List<String> row(Map<String, String> cells, List<String> columns) {
        return columns.stream()
                .map(column -> cells.getOrDefault(column, "no " + column))
                .toList();
    }

    private static Map<String, String> cells(JsonNode object) {
        Map<String, String> cells = new LinkedHashMap<>();
        object.properties().forEach(field -> cells.put(field.getKey(), Cells.cell(value(field.getValue()))));
        return cells;
    }

    private static Object value(JsonNode node) {
        if (node.isNull()) {
            return null;
        }
        if (node.isNumber()) {
            return node.decimalValue();
        }
        return node.isValueNode() ? node.asText() : node.toString();
    }

    private static JsonNode json(String topic, byte[] text) {
        try {
            return JsonService.JSON.readTree(text == null ? new byte[0] : text);
        } catch (IOException e) {
            throw SandboxException.unreachable("topic " + topic + " holds what is not JSON", e);
        }
    }
}
