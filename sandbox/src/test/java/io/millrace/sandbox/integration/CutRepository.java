package io.millrace.sandbox.integration;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;

/** A Maven repository on this machine that serves another one's files and, while it is told to, cuts jars in half. */
final class CutRepository implements AutoCloseable {

    private final Path files;
    private final HttpServer server;
    private volatile boolean cutting = true;

    /** @param files a local repository that holds what will be asked for */
    CutRepository(Path files) throws IOException {
        this.files = files;
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    /** A settings.xml that sends everything here. */
    String settings() {
        return "<settings><mirrors><mirror><id>cut</id><mirrorOf>*</mirrorOf><url>http://127.0.0.1:"
                + server.getAddress().getPort() + "/</url></mirror></mirrors></settings>";
    }

    void stopCutting() {
        cutting = false;
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) {
        try (exchange) {
            Path file = files.resolve(exchange.getRequestURI().getPath().substring(1));
            if (!Files.isRegularFile(file)) {
                exchange.sendResponseHeaders(404, -1);
                return;
            }
            byte[] content = Files.readAllBytes(file);
            exchange.sendResponseHeaders(200, content.length);
            boolean cut = cutting && file.toString().endsWith(".jar");
            exchange.getResponseBody().write(content, 0, cut ? content.length / 2 : content.length);
        } catch (IOException e) {
            // A cut answer ends in this, and the client is who tells of it.
            if (!cutting) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
