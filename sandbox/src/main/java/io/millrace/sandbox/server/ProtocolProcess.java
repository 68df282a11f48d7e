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

/** A server of this module that speaks somebody's HTTP protocol: nothing is fetched for it. */
abstract class ProtocolProcess implements Server {

    private static final String HTTP = "http";
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();

    private final ServerName name;
    private final Class<?> program;

    /** @param program its main method takes the port and the id that the server's status shows */
    ProtocolProcess(ServerName name, Class<?> program) {
        this.name = name;
        this.program = program;
    }

    /** Returns what the program is started with: the port and the id that the server's status shows, unless it takes more. */
    List<String> arguments(Workspace workspace) throws IOException {
        return List.of(port(workspace), id(workspace));
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
        return new ServerCommand(
                JavaProgram.command(
                        List.of("-Xmx256m", "-Xss512k"), classPath(), program.getName(), arguments(workspace)),
                secrets(workspace),
                "TERM");
    }

    /** Returns the path that answers once the server is up. */
    String statusPath() {
        return "/_admin/status";
    }

    @Override
    public final boolean isReady(Workspace workspace) {
        try {
            HttpResponse<String> answer = send(HttpRequest.newBuilder(URI.create(url(workspace) + statusPath()))
                    .timeout(PATIENCE));
            return answer.statusCode() == 200 && answer.body().contains(id(workspace));
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public List<String> provision(Workspace workspace, SandboxRequest request)
            throws IOException, InterruptedException {
        return List.of();
    }

    static HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    static String port(Workspace workspace) {
        return Integer.toString(workspace.port(HTTP));
    }

    static String url(Workspace workspace) {
        return "http://127.0.0.1:" + port(workspace);
    }

    static String id(Workspace workspace) throws IOException {
        return workspace.server() + "-" + workspace.record().sandboxId();
    }

    private static String classPath() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
    }
}
