package io.millrace.sandbox.server;

import io.millrace.sandbox.artifact.ArtifactSource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** One kind of server: how it is had, prepared, run, recognised as ready, and filled. */
public interface Server {

    /** Returns the kind. */
    ServerName name();

    /** Returns the product and its version, the name of its folder in the user cache. */
    String product();

    /** Returns the names of the ports that it listens on; the first is the one that users see. */
    List<String> ports();

    /**
     * Puts the server's files into a folder of the user cache.
     *
     * @param artifacts opened only when something has to be resolved
     */
    void unpack(Path folder, Supplier<ArtifactSource> artifacts) throws IOException, InterruptedException;

    /** Fills an empty data folder; called once, and again when an earlier call did not finish. */
    void initialise(Workspace workspace) throws IOException, InterruptedException;

    /** Writes what the server reads at its start, and returns how to run it. */
    ServerCommand command(Workspace workspace) throws IOException;

    /** Tells whether the server of this workspace, and no other on its ports, answers; false on any failure. */
    boolean isReady(Workspace workspace);

    /**
     * Creates what the request wants and the server has not.
     *
     * @return remarks for the user, one line each
     * @throws io.millrace.sandbox.state.SandboxException when a script, topic or index is refused
     */
    List<String> provision(Workspace workspace, SandboxRequest request) throws IOException, InterruptedException;

    /** Returns what clients need to know, by the keys of {@code sandbox.properties}. */
    Map<String, String> properties(Workspace workspace) throws IOException;
}
