package io.millrace.connectors.alert;

import io.millrace.connectors.json.JsonText;
import java.net.URI;
import java.util.List;

/** Slack's incoming webhooks: {@code {"text": ...}}, in which values cannot make mentions or links. */
record SlackReceiver(URI url, NoticeText text) implements Receiver {

    /** Slack cuts longer texts. */
    static final int LONGEST = 30_000;

    @Override
    public int capacity(List<Notice> notices) {
        return text.capacity(notices, SlackReceiver::escape);
    }

    @Override
    public String body(List<Notice> notices) {
        return JsonText.write(
                JsonText.NODES.objectNode().put("text", text.joined(notices, "\n", SlackReceiver::escape)));
    }

    @Override
    public URI address(long now) {
        return url;
    }

    /** Without the address, which is a secret. */
    @Override
    public String toString() {
        return "SlackReceiver";
    }

    private static String escape(String value) {
        return value.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
