package io.millrace.sandbox.server;

import io.millrace.sandbox.eas.EasServer;
import java.io.IOException;
import java.util.Map;

/** The endpoint that stands for online services of PAI EAS. */
final class Eas extends ProtocolProcess {

    Eas() {
        super(ServerName.EAS, EasServer.class);
    }

    @Override
    Map<String, String> secrets(Workspace workspace) throws IOException {
        return Map.of("MILLRACE_EAS_TOKEN", token(workspace));
    }

    @Override
    public Map<String, String> properties(Workspace workspace) throws IOException {
        return Map.of("eas.endpoint", url(workspace), "secret.eas.token", token(workspace));
    }

    private static String token(Workspace workspace) throws IOException {
        return workspace.record().password("eas");
    }
}
