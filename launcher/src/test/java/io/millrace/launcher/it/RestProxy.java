package io.millrace.launcher.it;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Stands between the command line and a cluster's REST interface, and disturbs what they say. */
final class RestProxy implements AutoCloseable {

    private final HttpServer server;
    private final HttpClient client = HttpClient.newHttpClient();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private volatile URI cluster;
    private volatile Fault fault;

    RestProxy() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::handle);
        server.setExecutor(threads);
        server.start();
    }

    /** What becomes of requests. */
    interface Fault {

        /**
         * Answers a request.
         *
         * @param request method and path
         * @return empty where the connection is closed without an answer
         */
        Optional<Answer> answer(String request, Upstream cluster) throws IOException, InterruptedException;
    }

    /** The cluster's own answer. */
    interface Upstream {
        Answer ask() throws IOException, InterruptedException;
    }

    /** An answer. */
    record Answer(int status, String body) {

        static Answer unavailable() {
            return new Answer(503, "");
        }
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    void leadTo(String rest) {
        cluster = URI.create(rest);
    }

    /** Disturbs requests while something is done. */
    void disturb(Fault disturbance, Work work) throws Exception {
        fault = disturbance;
        try {
            work.run();
        } finally {
            fault = null;
        }
    }

    /** What is done. */
    interface Work {
        void run() throws Exception;
    }

    private void handle(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        String request = exchange.getRequestMethod() + " " + exchange.getRequestURI();
        Upstream upstream = () -> forward(exchange, body);
        Fault now = fault;
        try {
            Optional<Answer> answer = now == null ? Optional.of(upstream.ask()) : now.answer(request, upstream);
            if (answer.isPresent()) {
                byte[] content = answer.get().body().getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(answer.get().status(), content.length == 0 ? -1 : content.length);
                exchange.getResponseBody().write(content);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            exchange.close();
        }
    }

    private Answer forward(HttpExchange exchange, byte[] body) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        cluster.resolve(exchange.getRequestURI().toString()))
                .method(exchange.getRequestMethod(), HttpRequest.BodyPublishers.ofByteArray(body));
        String type = exchange.getRequestHeaders().getFirst("Content-Type");
        if (type != null) {
            request.header("Content-Type", type);
        }
        HttpResponse<String> response = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        return new Answer(response.statusCode(), response.body());
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
