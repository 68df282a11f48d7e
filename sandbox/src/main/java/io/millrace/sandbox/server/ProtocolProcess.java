package io.millrace.sandbox.server;

import io.millrace.sandbox.artifact.ArtifactSource;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A server of this module that speaks somebody's HTTP protocol: nothing is fetched for it, and it keeps no data. */
abstract class ProtocolProcess implements Server {

    private static final String HTTP = "http";
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final ServerName name;
    private final Class<?> program;

    /** @param program its main method takes the port and the id that the server's status shows */
    ProtocolProcess(ServerName name, Class<?> program) {
        this.name = name;
        this.program = program;
    }

    /** Returns the environment variables with the server's secrets. */
    abstract Map<String, String> secrets(Workspace workspace) throws IOException;

    @Override
    public final ServerName name() {
        return name;
    }

    @Override
    public final String product() {
        return "protocol-" + name + "-1";
    }

    @Override
    public final List<String> ports() {
        return List.of(HTTP);
    }

    @Override
    public final void unpack(Path folder, Supplier<ArtifactSource> artifacts) {
        // Its classes are those of this process.
    }

    @Override
    public final void initialise(Workspace workspace) throws IOException {
        Files.createDirectories(workspace.data());
    }

    @Override
    public final ServerCommand command(Workspace workspace) throws IOException {
        List<String> arguments = List.of(Integer.toString(workspace.port(HTTP)), id(workspace));
        return new ServerCommand(
                JavaProgram.command(List.of("-Xmx128m", "-Xss512k"), classPath(), program.getName(), arguments),
                secrets(workspace),
                "TERM");
    }

    @Override
    public final boolean isReady(Workspace workspace) {
        HttpRequest status = HttpRequest.newBuilder(URI.create(url(workspace) + "/_admin/status"))
                .timeout(PATIENCE)
                .build();
        try {
            HttpResponse<String> answer = HttpClient.newBuilder()
                    .connectTimeout(PATIENCE)
                    .build()
                    .send(status, HttpResponse.BodyHandlers.ofString());
            return answer.statusCode() == 200 && answer.body().contains('"' + id(workspace) + '"');
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public final List<String> provision(Workspace workspace, SandboxRequest request) {
        return List.of();
    }

    static String url(Workspace workspace) {
        return "http://127.0.0.1:" + workspace.port(HTTP);
    }

    private static String id(Workspace workspace) throws IOException {
        return workspace.server() + "-" + workspace.record().sandboxId();
    }

    private static String classPath() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
    }
}
