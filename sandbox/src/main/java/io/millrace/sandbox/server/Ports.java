package io.millrace.sandbox.server;

import io.millrace.sandbox.state.DataRecord;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Chooses free ports on 127.0.0.1: the ones used last time where they are free, so that clients stay connected. */
public final class Ports {

    private Ports() {}

    /** Returns a port for each name, and remembers it. */
    public static Map<String, Integer> choose(DataRecord record, ServerName server, List<String> names)
            throws IOException {
        Map<String, Integer> ports = new LinkedHashMap<>();
        List<ServerSocket> held = new ArrayList<>();
        try {
            for (String name : names) {
                String key = key(server, name);
                // Holding each until all are chosen keeps the system from offering one twice.
                ServerSocket socket = bind(record.get(key).map(Integer::valueOf).orElse(0));
                held.add(socket);
                ports.put(name, socket.getLocalPort());
                record.put(key, Integer.toString(socket.getLocalPort()));
            }
        } finally {
            for (ServerSocket socket : held) {
                socket.close();
            }
        }
        return ports;
    }

    /** Returns the port that a server had last; "0", which is no port, when it never had one. */
    static String last(DataRecord record, ServerName server, String name) {
        return record.get(key(server, name)).orElse("0");
    }

    private static String key(ServerName server, String name) {
        return "port." + server + "." + name;
    }

    /** Tells whether another process listens on one of the ports. */
    public static boolean anyTaken(Iterable<Integer> ports) {
        for (int port : ports) {
            try (ServerSocket socket = listen(port)) {
                if (!socket.isBound()) {
                    return true;
                }
            } catch (IOException e) {
                return true;
            }
        }
        return false;
    }

    /** Returns 127.0.0.1, whatever the machine takes localhost for. */
    public static InetAddress loopback() throws UnknownHostException {
        return InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
    }

    private static ServerSocket bind(int wanted) throws IOException {
        try {
            return listen(wanted);
        } catch (IOException e) {
            return listen(0);
        }
    }

    private static ServerSocket listen(int port) throws IOException {
        ServerSocket socket = new ServerSocket();
        try {
            // Connections that a stopped server left in TIME_WAIT must not make its port look taken.
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(loopback(), port));
            return socket;
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }
}
