package io.millrace.sandbox.state;

import java.io.IOException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What {@code supervisor.properties} says: the supervisor, how to talk to it, and the servers that it started.
 *
 * @param port the control port on 127.0.0.1
 * @param token the secret that a request to the control port carries
 * @param servers the server processes by server name
 */
public record SupervisorRecord(ProcessIdentity process, int port, String token, Map<String, ProcessIdentity> servers) {

    private static final String SERVER = "server.";

    public SupervisorRecord {
        servers = Map.copyOf(servers);
    }

    /** Reads the record; empty when there is none, or none that makes sense. */
    public static Optional<SupervisorRecord> read(StateFolder folder) {
        try {
            return PropertiesFile.read(folder.supervisorProperties()).map(SupervisorRecord::parse);
        } catch (IOException | IllegalArgumentException | DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static SupervisorRecord parse(Map<String, String> values) {
        Map<String, ProcessIdentity> servers = new TreeMap<>();
        values.keySet().stream()
                .filter(key -> key.startsWith(SERVER) && key.endsWith(".pid"))
                .map(key -> key.substring(SERVER.length(), key.length() - ".pid".length()))
                .forEach(server -> servers.put(server, identity(values, SERVER + server + ".")));
        return new SupervisorRecord(
                identity(values, ""), Integer.parseInt(value(values, "port")), value(values, "token"), servers);
    }

    private static ProcessIdentity identity(Map<String, String> values, String prefix) {
        return new ProcessIdentity(
                Long.parseLong(value(values, prefix + "pid")), Instant.parse(value(values, prefix + "start")));
    }

    private static String value(Map<String, String> values, String key) {
        String value = values.get(key);
        if (value == null) {
            throw new IllegalArgumentException("no " + key);
        }
        return value;
    }

    /** Replaces the file of a folder by this record. */
    public void write(StateFolder folder) throws IOException {
        Map<String, String> values = new TreeMap<>();
        put(values, "", process);
        values.put("port", Integer.toString(port));
        values.put("token", token);
        servers.forEach((server, identity) -> put(values, SERVER + server + ".", identity));
        PropertiesFile.write(folder.supervisorProperties(), values);
    }

    private static void put(Map<String, String> values, String prefix, ProcessIdentity identity) {
        values.put(prefix + "pid", Long.toString(identity.pid()));
        values.put(prefix + "start", String.valueOf(identity.start()));
    }
}
