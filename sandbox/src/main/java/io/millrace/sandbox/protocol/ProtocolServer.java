package io.millrace.sandbox.protocol;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * An HTTP server on 127.0.0.1 that speaks one protocol, counts what it does, and fails on purpose when told to.
 * Paths below {@code /_admin} are for that, see {@link AdminPaths}, and meet no faults themselves.
 */
public final class ProtocolServer implements AutoCloseable {

    static {
        // Without it, every answer waits 40 ms for the client's acknowledgement of its headers.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    /** The protocol itself. Called by several threads at once. */
    @FunctionalInterface
    public interface Protocol {

        /** Answers one request, and does what it asks for. */
        Answer answer(Call call) throws IOException;
    }

    private final HttpServer server;
    private final int port;
    private final ExecutorService threads = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "request");
        thread.setDaemon(true);
        return thread;
    });
    private final FaultSource faults = new FaultSource();
    private final AtomicInteger inFlight = new AtomicInteger();
    private final AtomicInteger mostInFlight = new AtomicInteger();
    private final AtomicInteger requests = new AtomicInteger();
    private final Protocol protocol;

    private ProtocolServer(HttpServer server, Protocol protocol) {
        this.server = server;
        this.port = server.getAddress().getPort();
        this.protocol = protocol;
    }

    /**
     * Starts a server.
     *
     * @param port 0 for a free one
     * @param id what tells this server from others, shown by its status
     * @param received what the protocol accepted, for the admin paths to show
     */
    public static ProtocolServer start(int port, String id, ReceivedRequests received, Protocol protocol)
            throws IOException {
        InetAddress loopback = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
        ProtocolServer started =
                new ProtocolServer(HttpServer.create(new InetSocketAddress(loopback, port), 0), protocol);
        AdminPaths admin = new AdminPaths(id, started, received);
        started.server.createContext("/", started::serve);
        started.server.createContext("/_admin/", exchange -> send(exchange, admin.answer(call(exchange))));
        started.server.setExecutor(started.threads);
        started.server.start();
        return started;
    }

    /** Returns the port that it listens on, or did until it was closed. */
    public int port() {
        return port;
    }

    /** Returns {@code http://127.0.0.1:PORT}. */
    public String url() {
        return "http://127.0.0.1:" + port();
    }

    /** Changes what it does wrong, from the next request on. */
    public void faults(Faults next) {
        faults.set(next);
    }

    Faults faults() {
        return faults.get();
    }

    /** Returns how many requests came, refused and cut ones among them. */
    public int requests() {
        return requests.get();
    }

    /** Returns how many requests were being answered at once at most since the last call of {@link #reset}. */
    public int mostInFlight() {
        return mostInFlight.get();
    }

    /** Begins to count anew. */
    public void reset() {
        requests.set(0);
        mostInFlight.set(inFlight.get());
    }

    /** Stops at once; requests that are being answered are cut. */
    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void serve(HttpExchange exchange) throws IOException {
        requests.incrementAndGet();
        mostInFlight.accumulateAndGet(inFlight.incrementAndGet(), Math::max);
        try {
            Answer answer = answer(call(exchange));
            inFlight.decrementAndGet();
            send(exchange, answer);
        } catch (CutConnection e) {
            inFlight.decrementAndGet();
            exchange.close();
        } catch (IOException | RuntimeException e) {
            inFlight.decrementAndGet();
            throw e;
        }
    }

    private Answer answer(Call call) throws IOException, CutConnection {
        FaultSource.Fault fault = faults.next();
        Faults now = faults.get();
        delay(now.delay());
        switch (fault) {
            case FAIL -> {
                return Answer.text(now.status(), "refused on purpose");
            }
            case CUT -> throw new CutConnection();
            default -> {
                Answer answer = protocol.answer(call);
                if (fault == FaultSource.Fault.LOSE) {
                    throw new CutConnection();
                }
                return answer;
            }
        }
    }

    private static void delay(long millis) throws IOException {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("stopped");
        }
    }

    private static Call call(HttpExchange exchange) throws IOException {
        String query = exchange.getRequestURI().getRawQuery();
        return new Call(
                exchange.getRequestMethod(),
                exchange.getRequestURI().getPath(),
                query == null ? "" : query,
                name -> exchange.getRequestHeaders().getFirst(name),
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    }

    private static void send(HttpExchange exchange, Answer answer) throws IOException {
        try (exchange) {
            exchange.getResponseHeaders().set("Content-Type", answer.contentType());
            byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private static final class CutConnection extends Exception {}
}
