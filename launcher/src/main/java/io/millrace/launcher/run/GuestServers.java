package io.millrace.launcher.run;

import io.millrace.launcher.compile.GuestTable;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The servers behind a guest's tables: connectors wait for one that is down for minutes, and then say little. */
public final class GuestServers {

    private static final int CONNECT_MILLIS = 5000;
    private static final Pattern ADDRESS = Pattern.compile("(?:[A-Za-z_]+://)?\\[?([^\\[\\]/]+?)\\]?:(\\d{1,5})");
    private static final Pattern JDBC = Pattern.compile("jdbc:[a-z]+://([^/?;]+).*");

    private GuestServers() {}

    /**
     * Looks for a table whose server does not answer.
     *
     * @return the first one, in words for a message; empty where all answer, or nobody knows where they are
     */
    public static Optional<String> unreachable(Collection<GuestTable> tables) {
        return tables.stream()
                .filter(table -> !addresses(table).isEmpty())
                .filter(table -> addresses(table).stream().noneMatch(GuestServers::answers))
                .map(table -> String.join(",", addresses(table)) + " does not answer, where table '" + table.name()
                        + "' is read")
                .findFirst();
    }

    private static List<String> addresses(GuestTable table) {
        return switch (table.connector()) {
            case "kafka", "upsert-kafka" ->
                Stream.of(table.options()
                                .getOrDefault("properties.bootstrap.servers", "")
                                .split(","))
                        .map(String::trim)
                        .filter(address -> !address.isEmpty())
                        .toList();
            case "mysql-cdc" -> hostAndPort(table, "3306");
            case "postgres-cdc" -> hostAndPort(table, "5432");
            case "jdbc" -> jdbc(table.options().getOrDefault("url", ""));
            default -> List.of();
        };
    }

    private static List<String> hostAndPort(GuestTable table, String port) {
        String host = table.options().getOrDefault("hostname", "");
        return host.isEmpty() ? List.of() : List.of(host + ":" + table.options().getOrDefault("port", port));
    }

    /** Of a URL only what stands where the server does; the rest may hold a password. */
    private static List<String> jdbc(String url) {
        Matcher matcher = JDBC.matcher(url);
        return matcher.matches() && ADDRESS.matcher(matcher.group(1)).matches() ? List.of(matcher.group(1)) : List.of();
    }

    /** An address that cannot be understood counts as one that answers: its connector will say what is wrong. */
    private static boolean answers(String address) {
        Matcher matcher = ADDRESS.matcher(address);
        if (!matcher.matches()) {
            return true;
        }
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(matcher.group(1), Integer.parseInt(matcher.group(2))), CONNECT_MILLIS);
            return true;
        } catch (IOException | IllegalArgumentException e) {
            return false;
        }
    }
}
