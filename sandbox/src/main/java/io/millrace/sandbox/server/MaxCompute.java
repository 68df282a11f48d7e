package io.millrace.sandbox.server;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.millrace.sandbox.maxcompute.MaxComputeMain;
import io.millrace.sandbox.state.SandboxException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The protocol server that stands for MaxCompute, which nobody can run themselves; it is part of this program. */
final class MaxCompute extends ProtocolProcess {

    private static final String PROJECT = "millrace";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    MaxCompute() {
        super(ServerName.MAXCOMPUTE, MaxComputeMain.class);
    }

    @Override
    List<String> arguments(Workspace workspace) throws IOException {
        return List.of(port(workspace), workspace.data().toString(), PROJECT, id(workspace));
    }

    @Override
    Map<String, String> secrets(Workspace workspace) throws IOException {
        return Map.of(MaxComputeMain.KEY_VARIABLE, key(workspace));
    }

    /** Its answer is the access id. */
    @Override
    String statusPath() {
        return "/admin/name";
    }

    @Override
    public List<String> provision(Workspace workspace, SandboxRequest request)
            throws IOException, InterruptedException {
        for (Path script : request.maxcomputeScripts()) {
            HttpResponse<String> answer =
                    send(HttpRequest.newBuilder(URI.create(url(workspace) + "/admin/sql?if-missing"))
                            .timeout(PATIENCE)
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
                url(workspace) + "/api",
                "maxcompute.project",
                PROJECT,
                "maxcompute.access-id",
                id(workspace),
                "secret.maxcompute.access-key",
                key(workspace));
    }

    private static String key(Workspace workspace) throws IOException {
        return workspace.record().password("maxcompute");
    }
}
