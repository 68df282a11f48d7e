package io.millrace.sandbox.protocol;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;

/**
 * The paths through which a running server is told to fail and asked what it has seen: {@code /_admin/status},
 * {@code /_admin/faults} (GET, PUT a {@link Faults}, DELETE) and {@code /_admin/received} (GET, DELETE).
 */
final class AdminPaths {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final String id;
    private final ProtocolServer server;
    private final ReceivedRequests received;

    AdminPaths(String id, ProtocolServer server, ReceivedRequests received) {
        this.id = id;
        this.server = server;
        this.received = received;
    }

    Answer answer(Call call) throws IOException {
        return switch (call.path() + " " + call.method()) {
            case "/_admin/status GET" -> Answer.json(200, status());
            case "/_admin/faults GET" -> Answer.json(200, JSON.valueToTree(server.faults()));
            case "/_admin/faults PUT" -> change(call);
            case "/_admin/faults DELETE" -> {
                server.faults(Faults.NONE);
                yield Answer.json(200, JSON.valueToTree(Faults.NONE));
            }
            case "/_admin/received GET" -> Answer.json(200, all());
            case "/_admin/received DELETE" -> {
                received.clear();
                server.reset();
                yield Answer.json(200, all());
            }
            default -> Answer.text(404, "there are GET status, GET|PUT|DELETE faults, GET|DELETE received");
        };
    }

    private Answer change(Call call) throws IOException {
        try {
            server.faults(JSON.readValue(call.body(), Faults.class));
            return Answer.json(200, JSON.valueToTree(server.faults()));
        } catch (JsonProcessingException e) {
            Throwable cause = e.getCause() instanceof IllegalArgumentException ? e.getCause() : e;
            return Answer.text(400, cause.getMessage().lines().findFirst().orElse("no faults"));
        }
    }

    private ObjectNode status() {
        return JSON.createObjectNode()
                .put("id", id)
                .put("requests", server.requests())
                .put("most_in_flight", server.mostInFlight())
                .put("accepted", received.all().size());
    }

    private ArrayNode all() {
        return JSON.createArrayNode().addAll(received.all());
    }
}
