package io.millrace.launcher.local;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/** The sandbox's folder of a project, and what its running servers wrote there. */
public final class SandboxFolder {

    private static final int CONNECT_MILLIS = 1000;
    private static final String SECRET_PREFIX = "secret.";

    private final Path folder;

    public SandboxFolder(Path root) {
        this.folder = root.resolve(".millrace").resolve("sandbox");
    }

    public Path path() {
        return folder;
    }

    /** What the running servers define; empty while none is up. */
    public Optional<Running> running() {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(folder.resolve("sandbox.properties"))) {
            properties.load(reader);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, String> variables = new HashMap<>();
        Map<String, String> secrets = new HashMap<>();
        for (String name : properties.stringPropertyNames()) {
            boolean secret = name.startsWith(SECRET_PREFIX);
            (secret ? secrets : variables)
                    .put(secret ? name.substring(SECRET_PREFIX.length()) : name, properties.getProperty(name));
        }
        return Optional.of(new Running(variables, secrets));
    }

    /**
     * What the servers define.
     *
     * @param variables by name, ports and users among them
     * @param secrets by name
     */
    public record Running(Map<String, String> variables, Map<String, String> secrets) {

        /** The same for as long as the servers keep their data; state of jobs belongs to it. */
        public String id() {
            return variables.getOrDefault("sandbox.id", "");
        }

        /** Whether something listens where a server is said to be. */
        public boolean answers(String server) {
            String address =
                    switch (server) {
                        case "kafka" -> variables.get("kafka.brokers");
                        case "elasticsearch" -> authority(variables.get("elasticsearch.url"));
                        case "eas" -> authority(variables.get("eas.endpoint"));
                        case "webhook" -> authority(variables.get("webhook.url"));
                        case "maxcompute" -> authority(variables.get("maxcompute.endpoint"));
                        case "flink" -> authority(variables.get("flink.rest"));
                        default -> variables.get(server + ".host") + ":" + variables.get(server + ".port");
                    };
            int colon = address == null ? -1 : address.lastIndexOf(':');
            if (colon < 0 || !address.substring(colon + 1).matches("\\d{1,5}")) {
                return false;
            }
            try (Socket socket = new Socket()) {
                int port = Integer.parseInt(address.substring(colon + 1));
                socket.connect(new InetSocketAddress(address.substring(0, colon), port), CONNECT_MILLIS);
                return true;
            } catch (IOException | IllegalArgumentException e) {
                return false;
            }
        }

        private static String authority(String address) {
            return address == null ? "" : address.replaceFirst("^http://", "").replaceFirst("/.*", "");
        }

        /** Without values, which must not be printed. */
        @Override
        public String toString() {
            return "Running[" + variables.keySet() + "]";
        }
    }
}
