package io.millrace.connectors.alert;

import com.fasterxml.jackson.databind.JsonNode;
import io.millrace.sandbox.protocol.ReceivedRequests;
import java.util.List;

/** Statements for alert tables, and what a webhook got. */
final class AlertTable {

    static final String ROUTING_KEY = "0123456789abcdef0123456789canary";

    private AlertTable() {}

    /** The columns are {@code service} (the key), {@code status} and {@code errors}. */
    static String create(String url, String options) {
        return """
                CREATE TABLE alerts (service STRING, status STRING, errors BIGINT, PRIMARY KEY (service) NOT ENFORCED)
                WITH ('connector' = 'alert', 'url' = '%s', %s)
                """
                .formatted(url, options);
    }

    static String slack(String url) {
        return create(url, "'format' = 'slack', 'text' = '{service} has {errors} errors'");
    }

    static List<String> texts(ReceivedRequests received) {
        return received.all().stream()
                .map(request -> request.at("/body/text").asText())
                .toList();
    }

    static List<JsonNode> bodies(ReceivedRequests received) {
        return received.all().stream().map(request -> request.get("body")).toList();
    }
}
