package io.millrace.launcher.doctor.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.millrace.catalog.diagnostic.SourceLocation;
import io.millrace.launcher.compile.DeclaredTable;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import org.apache.flink.table.catalog.Column;

/** Elasticsearch: its version, the index, and the types of the mapping against the columns. */
final class ElasticsearchCheck implements ServerCheck {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(TIMEOUT).build();

    @Override
    public void check(TableReport report) throws IOException, InterruptedException {
        SourceLocation hosts = report.table().placeOf("hosts");
        HttpResponse<String> root = get("/", report.table());
        if (root.statusCode() == 401 || root.statusCode() == 403) {
            report.fail(
                    report.table().placeOf("username"),
                    "Elasticsearch refuses the user",
                    "check 'username' and 'password'");
            return;
        }
        version(root, hosts, report);
        String index = report.table().option("index").orElse("");
        if (!index.contains("{") && !index.isEmpty()) {
            index(index, report);
        }
    }

    private static void version(HttpResponse<String> root, SourceLocation hosts, TableReport report)
            throws IOException {
        String version =
                JSON.readTree(root.body()).path("version").path("number").asText();
        String wanted = report.table().option("connector").orElse("").replace("elasticsearch-", "");
        if (version.startsWith(wanted + ".")) {
            report.ok(hosts, "Elasticsearch " + version);
        } else {
            report.warn(
                    hosts,
                    "the server says it is version '" + version + "', and the connector is for " + wanted,
                    "take the connector of the server's version");
        }
    }

    private void index(String index, TableReport report) throws IOException, InterruptedException {
        HttpResponse<String> mapping = get("/" + index + "/_mapping", report.table());
        SourceLocation place = report.table().placeOf("index");
        if (mapping.statusCode() == 404) {
            report.warn(
                    place,
                    "there is no index '" + index
                            + "'; Elasticsearch makes one, and guesses its types, unless told not to",
                    "create it with a mapping");
        } else if (mapping.statusCode() != 200) {
            report.fail(
                    place,
                    "Elasticsearch answers " + mapping.statusCode() + " for the index '" + index + "'",
                    "check the index's name and the user's rights");
        } else {
            fields(index, JSON.readTree(mapping.body()), report);
        }
    }

    private static void fields(String index, JsonNode mappings, TableReport report) {
        long before = report.troubles();
        for (JsonNode mapping : mappings) {
            JsonNode properties = mapping.path("mappings").path("properties");
            for (Column column : report.table().physicalColumns()) {
                field(column, properties.path(column.getName()).path("type").asText(), report);
            }
        }
        if (report.troubles() == before) {
            report.ok(report.table().placeOf("index"), "index '" + index + "' takes the columns");
        }
    }

    private static void field(Column column, String type, TableReport report) {
        TypeFamily declared = TypeFamily.of(column.getDataType().getLogicalType());
        if (!TypeFamily.ofElasticsearch(type).takes(declared)) {
            report.fail(
                    report.table().placeOfColumn(column.getName()),
                    "the index has '" + column.getName() + "' as " + type + ", the table as "
                            + column.getDataType().getLogicalType().asSummaryString(),
                    "change the column, or make a new index with another mapping");
        }
    }

    private HttpResponse<String> get(String path, DeclaredTable table) throws IOException, InterruptedException {
        String host = table.option("hosts").orElse("").split("[;,]", 2)[0].replaceFirst("/+$", "");
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(host + path)).timeout(TIMEOUT);
        table.option("username").ifPresent(user -> {
            String credentials = user + ":" + table.option("password").orElse("");
            request.header(
                    "Authorization",
                    "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8)));
        });
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
