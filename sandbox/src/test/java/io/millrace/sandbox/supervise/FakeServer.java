package io.millrace.sandbox.supervise;

import io.millrace.sandbox.artifact.ArtifactSource;
import io.millrace.sandbox.server.SandboxRequest;
import io.millrace.sandbox.server.Server;
import io.millrace.sandbox.server.ServerCommand;
import io.millrace.sandbox.server.ServerName;
import io.millrace.sandbox.server.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

/** A server that is a shell script: ready as soon as it has written {@code ready} to its log. */
final class FakeServer implements Server {

    final List<Integer> ports = new ArrayList<>();
    int initialised;
    private final Function<Workspace, String> script;

    FakeServer(Function<Workspace, String> script) {
        this.script = script;
    }

    @Override
    public ServerName name() {
        return ServerName.MYSQL;
    }

    @Override
    public String product() {
        return "fake-1";
    }

    @Override
    public List<String> ports() {
        return List.of("main");
    }

    @Override
    public void unpack(Path folder, Supplier<ArtifactSource> artifacts) {}

    @Override
    public void initialise(Workspace workspace) throws IOException {
        initialised++;
        Files.createDirectories(workspace.data());
    }

    @Override
    public ServerCommand command(Workspace workspace) {
        ports.add(workspace.port("main"));
        return new ServerCommand(List.of("sh", "-c", script.apply(workspace)), Map.of(), "TERM");
    }

    @Override
    public boolean isReady(Workspace workspace) {
        try {
            return Files.exists(workspace.log())
                    && Files.readString(workspace.log()).contains("ready");
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public List<String> provision(Workspace workspace, SandboxRequest request) {
        return List.of("provisioned");
    }

    @Override
    public Map<String, String> properties(Workspace workspace) {
        return Map.of("fake.port", Integer.toString(workspace.port("main")));
    }
}
