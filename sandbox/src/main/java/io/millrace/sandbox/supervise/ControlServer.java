package io.millrace.sandbox.supervise;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.millrace.sandbox.server.Ports;
import io.millrace.sandbox.server.SandboxRequest;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.ReentrantLock;

/** The supervisor's ear: HTTP on 127.0.0.1 for callers that know its token. */
final class ControlServer implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Supervisor supervisor;
    private final byte[] authorization;
    private final HttpServer http;
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "control");
        thread.setDaemon(true);
        return thread;
    });
    private final ReentrantLock oneUp = new ReentrantLock();

    private ControlServer(Supervisor supervisor, String token, HttpServer http) {
        this.supervisor = supervisor;
        this.authorization = ("Bearer " + token).getBytes(StandardCharsets.US_ASCII);
        this.http = http;
    }

    static ControlServer start(Supervisor supervisor, String token) throws IOException {
        HttpServer http = HttpServer.create(new InetSocketAddress(Ports.loopback(), 0), 0);
        ControlServer control = new ControlServer(supervisor, token, http);
        http.setExecutor(control.threads);
        http.createContext("/", control::handle);
        http.start();
        return control;
    }

    int port() {
        return http.getAddress().getPort();
    }

    @Override
    public void close() {
        http.stop(1);
        threads.shutdownNow();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (!isAuthorized(exchange)) {
                exchange.sendResponseHeaders(403, -1);
                return;
            }
            switch (exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath()) {
                case "GET /status" -> answer(exchange, JSON.writeValueAsBytes(supervisor.status()));
                case "POST /down" -> {
                    answer(exchange, new byte[0]);
                    supervisor.requestStop();
                }
                case "POST /up" -> up(exchange);
                default -> exchange.sendResponseHeaders(404, -1);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean isAuthorized(HttpExchange exchange) {
        String given = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
        return MessageDigest.isEqual(authorization, given.getBytes(StandardCharsets.UTF_8));
    }

    private void up(HttpExchange exchange) throws IOException, InterruptedException {
        SandboxRequest request = JSON.readValue(exchange.getRequestBody(), SandboxRequest.class);
        exchange.sendResponseHeaders(200, 0);
        OutputStream out = exchange.getResponseBody();
        oneUp.lockInterruptibly();
        try {
            supervisor.up(request, event -> send(out, event));
        } finally {
            oneUp.unlock();
        }
    }

    private static void send(OutputStream out, Event event) {
        try {
            byte[] line = (JSON.writeValueAsString(event) + "\n").getBytes(StandardCharsets.UTF_8);
            synchronized (out) {
                out.write(line);
                out.flush();
            }
        } catch (IOException e) {
            // The caller has gone; what it asked for goes on.
        }
    }

    private static void answer(HttpExchange exchange, byte[] body) throws IOException {
        exchange.sendResponseHeaders(200, body.length == 0 ? -1 : body.length);
        if (body.length > 0) {
            exchange.getResponseBody().write(body);
        }
    }
}
