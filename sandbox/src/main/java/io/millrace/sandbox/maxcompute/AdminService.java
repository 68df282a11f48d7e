package io.millrace.sandbox.maxcompute;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * What the real service has not: reading rows back, running statements without a signature, and faults. Only processes
 * of this machine reach it.
 */
final class AdminService {

    static final String PATH = "/admin/";

    private final ObjectMapper json = new ObjectMapper();
    private final TableStore store;
    private final FaultPlan faults;
    private final String name;

    /** @param name what {@code /admin/name} answers, by which a start recognises its own server */
    AdminService(TableStore store, FaultPlan faults, String name) {
        this.store = store;
        this.faults = faults;
        this.name = name;
    }

    Reply handle(Request request) throws IOException {
        String what = request.method() + " " + request.resource().substring(PATH.length());
        return switch (what) {
            case "GET name" -> Reply.text(name);
            case "GET tables" -> Reply.json(200, store.tables());
            case "GET rows" -> Reply.json(200, store.rows(table(request)));
            case "GET partitions" -> Reply.json(200, store.partitions(table(request)));
            case "GET faults" -> Reply.json(200, faults.counts());
            case "POST sql" -> {
                new SqlStatements(store)
                        .run(new String(request.body(), StandardCharsets.UTF_8), request.has("if-missing"));
                yield Reply.json(200, Map.of());
            }
            case "POST faults" -> {
                JsonNode plan = json.readTree(request.body());
                faults.change(plan);
                yield Reply.json(200, Map.of());
            }
            default -> throw new ProtocolException(404, "NoSuchObject", "there is no " + what);
        };
    }

    private TableDefinition table(Request request) {
        return store.table(String.valueOf(request.parameter("table")));
    }
}
