package io.millrace.sandbox.maxcompute;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/**
 * Serves HTTP/1.1 on 127.0.0.1. The JDK's own server cannot stand in here: it changes the case of header names, and the
 * SDK looks them up as the real service writes them.
 */
final class HttpListener implements Closeable {

    private final ServerSocket listener = new ServerSocket();
    private final Set<Socket> connections = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads = Executors.newCachedThreadPool();

    /** Binds the port; connections wait until the start. */
    HttpListener(int port) throws IOException {
        listener.setReuseAddress(true);
        listener.bind(new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port));
    }

    int port() {
        return listener.getLocalPort();
    }

    /** @param handler answers a request; empty closes the connection without an answer */
    void start(Function<Request, Optional<Reply>> handler) {
        threads.execute(() -> accept(handler));
    }

    private void accept(Function<Request, Optional<Reply>> handler) {
        try {
            while (true) {
                Socket socket = listener.accept();
                connections.add(socket);
                threads.execute(() -> serve(socket, handler));
            }
        } catch (IOException e) {
            // The listener was closed.
        }
    }

    private void serve(Socket socket, Function<Request, Optional<Reply>> handler) {
        try (socket) {
            socket.setTcpNoDelay(true);
            InputStream in = new BufferedInputStream(socket.getInputStream());
            OutputStream out = new BufferedOutputStream(socket.getOutputStream());
            Optional<Request> request = Request.read(in);
            while (request.isPresent()) {
                Optional<Reply> reply = handler.apply(request.get());
                if (reply.isEmpty()) {
                    return;
                }
                reply.get().write(out);
                request = Request.read(in);
            }
        } catch (IOException | UncheckedIOException e) {
            // The client went away, or does not speak HTTP: there is nobody to tell.
        } finally {
            connections.remove(socket);
        }
    }

    /** Closes all connections as well, so that a client sees what it sees when a process ends. */
    @Override
    public void close() throws IOException {
        listener.close();
        for (Socket connection : connections) {
            connection.close();
        }
        threads.shutdownNow();
    }
}
