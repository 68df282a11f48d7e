package io.millrace.launcher.doctor.server;

import io.millrace.launcher.compile.DeclaredTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the servers in a table's options, by the options' names and not by the connector's. */
final class ServerAddresses {

    private static final Pattern ENDPOINT = Pattern.compile(
            "(?:\\w+://)?(?:[^@/]*@)?(?<host>\\[[^\\]]+\\]|[^:/?;]+)(?::(?<port>\\d{1,5}))?(?:[/?;].*)?");
    private static final Pattern URL =
            Pattern.compile("(?<scheme>[a-z0-9+:]+?):(?:thin:)?(?:@|//|@//)(?<rest>[^/?;]+).*");

    private static final Map<String, Integer> PORTS = Map.of(
            "mysql", 3306,
            "mariadb", 3306,
            "postgresql", 5432,
            "postgres", 5432,
            "oracle", 1521,
            "sqlserver", 1433,
            "mongodb", 27017,
            "http", 80,
            "https", 443);

    private ServerAddresses() {}

    /** The servers; none for a connector without any, and none where a value cannot be read. */
    static List<ServerAddress> of(DeclaredTable table) {
        List<ServerAddress> found = new ArrayList<>();
        add(found, table, "properties.bootstrap.servers", ",", 9092);
        add(found, table, "hosts", "[;,]", hostsPort(table));
        hostname(table).ifPresent(found::add);
        url(table, found);
        return List.copyOf(found);
    }

    private static void add(List<ServerAddress> found, DeclaredTable table, String key, String separator, int port) {
        for (String part : table.option(key).orElse("").split(separator, -1)) {
            endpoint(part.strip(), port, table, key).ifPresent(found::add);
        }
    }

    private static Optional<ServerAddress> hostname(DeclaredTable table) {
        int standard = PORTS.getOrDefault(connector(table).replace("-cdc", ""), 0);
        return table.option("hostname")
                .flatMap(host -> endpoint(
                        host + ":" + table.option("port").orElse(Integer.toString(standard)), 0, table, "hostname"));
    }

    private static void url(DeclaredTable table, List<ServerAddress> found) {
        Matcher url = URL.matcher(table.option("url").orElse(""));
        if (url.matches()) {
            int standard = PORTS.getOrDefault(url.group("scheme").replace("jdbc:", ""), 0);
            for (String part : url.group("rest").split(",", -1)) {
                endpoint(part, standard, table, "url").ifPresent(found::add);
            }
        }
    }

    private static Optional<ServerAddress> endpoint(String text, int standard, DeclaredTable table, String key) {
        Matcher endpoint = ENDPOINT.matcher(text);
        if (!endpoint.matches()) {
            return Optional.empty();
        }
        int port = endpoint.group("port") == null ? standard : Integer.parseInt(endpoint.group("port"));
        String host = endpoint.group("host").replaceAll("[\\[\\]]", "");
        return port < 1 || port > 65535
                ? Optional.empty()
                : Optional.of(new ServerAddress(host, port, table.placeOf(key)));
    }

    private static int hostsPort(DeclaredTable table) {
        return connector(table).startsWith("mongodb") ? PORTS.get("mongodb") : 9200;
    }

    private static String connector(DeclaredTable table) {
        return table.option("connector").orElse("");
    }
}
