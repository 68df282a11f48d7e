package io.millrace.sandbox.server;

import io.millrace.sandbox.state.DataRecord;
import io.millrace.sandbox.state.StateFolder;
import java.nio.file.Path;
import java.util.Map;

/**
 * Where one server lives in one sandbox.
 *
 * @param installation its folder in the user cache
 * @param ports its ports on 127.0.0.1 by name
 */
public record Workspace(
        ServerName server, StateFolder state, Path installation, DataRecord record, Map<String, Integer> ports) {

    public Workspace {
        ports = Map.copyOf(ports);
    }

    /** Returns the folder of everything that this server keeps. */
    public Path home() {
        return state.data(server.toString());
    }

    /** Returns the folder of the server's own data files. */
    public Path data() {
        return home().resolve("db");
    }

    /** Returns the log that the server and its preparation write to. */
    public Path log() {
        return state.log(server.toString());
    }

    /** Returns a port by its name. */
    public int port(String name) {
        return ports.get(name);
    }
}
