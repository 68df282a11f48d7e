package io.millrace.sandbox.maxcompute;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The requests about one project, by their resource. */
final class ProjectService {

    private static final Pattern TABLE =
            Pattern.compile("/projects/([^/]+)(?:/schemas/[^/]+)?/tables/([^/]+)(?:/(streams|upserts))?");
    private static final Pattern OTHER = Pattern.compile("/projects/([^/]+)/(tunnel|instances)(?:/[^/]+)?");

    private final ObjectMapper json = new ObjectMapper();
    private final String project;
    private final String server;
    private final TableStore store;
    private final StreamSessions streams;
    private final UpsertSessions upserts;
    private final SqlInstances instances;

    /** @param server host and port, which clients are told */
    ProjectService(String project, String server, TableStore store) {
        this.project = project;
        this.server = server;
        this.store = store;
        this.streams = new StreamSessions(store);
        this.upserts = new UpsertSessions(store);
        this.instances = new SqlInstances(new SqlStatements(store));
    }

    /** Whether errors have the form of the tunnel. */
    static boolean isTunnel(Request request) {
        Matcher table = TABLE.matcher(request.resource());
        return table.matches() && table.group(3) != null;
    }

    Reply handle(Request request) {
        Matcher table = TABLE.matcher(request.resource());
        Matcher other = OTHER.matcher(request.resource());
        if (table.matches()) {
            checkProject(table.group(1));
            TableDefinition definition = store.table(table.group(2).toLowerCase(Locale.ROOT));
            return switch (String.valueOf(table.group(3))) {
                case "streams" -> streams.handle(request, definition, server);
                case "upserts" -> upserts.handle(request, definition, server);
                default -> describe(definition);
            };
        }
        if (other.matches()) {
            checkProject(other.group(1));
            return other.group(2).equals("tunnel") ? Reply.text(server) : instances.handle(request);
        }
        throw new ProtocolException(404, "NoSuchObject", "there is nothing at " + request.resource());
    }

    private void checkProject(String name) {
        if (!name.equals(project)) {
            throw new ProtocolException(404, "NoSuchProject", "the project " + name + " does not exist");
        }
    }

    /** The extended description, whose reserved part is JSON in JSON, as the SDK's {@code Table} parses it. */
    private Reply describe(TableDefinition table) {
        try {
            Map<String, Object> reserved = new LinkedHashMap<>();
            reserved.put("Transactional", Boolean.toString(table.isDelta()));
            if (table.isDelta()) {
                reserved.put("PrimaryKey", table.primaryKey());
                reserved.put("BucketNum", table.buckets());
            }
            Map<String, Object> schema = new LinkedHashMap<>(table.schema());
            schema.put("Reserved", json.writeValueAsString(reserved));
            return Reply.xml(
                    200,
                    "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Table><Name>" + table.name() + "</Name><Project>"
                            + Reply.escape(project) + "</Project><Schema format=\"Json\"><![CDATA["
                            + json.writeValueAsString(schema) + "]]></Schema></Table>");
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
