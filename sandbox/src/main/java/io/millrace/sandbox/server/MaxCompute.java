package io.millrace.sandbox.server;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.millrace.sandbox.artifact.ArtifactSource;
import io.millrace.sandbox.maxcompute.MaxComputeMain;
import io.millrace.sandbox.state.SandboxException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** The protocol server that stands for MaxCompute, which nobody can run themselves; it is part of this program. */
final class MaxCompute implements Server {

    private static final String HTTP = "http";
    private static final String PROJECT = "millrace";
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

    @Override
    public ServerName name() {
        return ServerName.MAXCOMPUTE;
    }

    @Override
    public String product() {
        return "maxcompute-protocol-1";
    }

    @Override
    public List<String> ports() {
        return List.of(HTTP);
    }

    @Override
    public void unpack(Path folder, Supplier<ArtifactSource> artifacts) {
        // There is nothing to fetch.
    }

    @Override
    public void initialise(Workspace workspace) throws IOException {
        Files.createDirectories(workspace.data());
    }

    @Override
    public ServerCommand command(Workspace workspace) throws IOException {
        List<String> command = JavaProgram.command(
                List.of("-Xmx256m"),
                System.getProperty("java.class.path"),
                MaxComputeMain.class.getName(),
                List.of(
                        Integer.toString(workspace.port(HTTP)),
                        workspace.data().toString(),
                        PROJECT,
                        accessId(workspace)));
        return new ServerCommand(command, Map.of(MaxComputeMain.KEY_VARIABLE, key(workspace)), "TERM");
    }

    @Override
    public boolean isReady(Workspace workspace) {
        try {
            HttpResponse<String> answer =
                    send(HttpRequest.newBuilder(admin(workspace, "name")).GET());
            return answer.statusCode() == 200 && answer.body().equals(accessId(workspace));
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
        for (Path script : request.maxcomputeScripts()) {
            HttpResponse<String> answer = send(HttpRequest.newBuilder(admin(workspace, "sql?if-missing"))
                    .POST(BodyPublishers.ofString(Files.readString(script))));
            if (answer.statusCode() != 200) {
                throw SandboxException.usage(script + ": MaxCompute's stand-in refuses it ("
                        + new ObjectMapper()
                                .readTree(answer.body())
                                .path("Message")
                                .asText()
                        + "): mend the file and run the command again");
            }
        }
        return List.of();
    }

    @Override
    public Map<String, String> properties(Workspace workspace) throws IOException {
        return Map.of(
                "maxcompute.endpoint",
                "http://127.0.0.1:" + workspace.port(HTTP) + "/api",
                "maxcompute.project",
                PROJECT,
                "maxcompute.access-id",
                accessId(workspace),
                "secret.maxcompute.access-key",
                key(workspace));
    }

    private static String accessId(Workspace workspace) throws IOException {
        return "millrace-" + workspace.record().sandboxId();
    }

    private static String key(Workspace workspace) throws IOException {
        return workspace.record().password("maxcompute");
    }

    private static URI admin(Workspace workspace, String what) {
        return URI.create("http://127.0.0.1:" + workspace.port(HTTP) + "/admin/" + what);
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return CLIENT.send(request.timeout(Duration.ofSeconds(30)).build(), BodyHandlers.ofString());
    }
}
