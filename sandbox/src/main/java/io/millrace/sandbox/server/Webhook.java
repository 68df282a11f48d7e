package io.millrace.sandbox.server;

import io.millrace.sandbox.webhook.WebhookServer;
import java.io.IOException;
import java.util.Map;

/** The receiver of alerts that stands for Slack, DingTalk, PagerDuty and others. */
final class Webhook extends ProtocolProcess {

    Webhook() {
        super(ServerName.WEBHOOK, WebhookServer.class);
    }

    @Override
    Map<String, String> secrets(Workspace workspace) throws IOException {
        return Map.of("MILLRACE_WEBHOOK_SECRET", secret(workspace));
    }

    /** The address is a variable and a secret alike: outside of the sandbox, most of these addresses are secrets. */
    @Override
    public Map<String, String> properties(Workspace workspace) throws IOException {
        String hook = url(workspace) + "/hook";
        return Map.of("webhook.url", hook, "secret.webhook.url", hook, "secret.webhook.secret", secret(workspace));
    }

    private static String secret(Workspace workspace) throws IOException {
        return workspace.record().password("webhook");
    }
}
