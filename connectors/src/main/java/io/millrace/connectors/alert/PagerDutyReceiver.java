package io.millrace.connectors.alert;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.millrace.connectors.json.JsonText;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * PagerDuty's Events API v2. The deduplication key is the table's name and the primary key, so that an event that is
 * posted twice changes nothing, and a recovery resolves the incident of its alert.
 *
 * @param routingKey a secret
 */
record PagerDutyReceiver(
        URI url, String routingKey, String table, TextTemplate severity, TextTemplate source, NoticeText text)
        implements Receiver {

    /** The longest summary. */
    static final int LONGEST = 1024;

    static final Set<String> SEVERITIES = Set.of("critical", "error", "warning", "info");
    private static final int LONGEST_KEY = 255;

    @Override
    public int capacity(List<Notice> notices) {
        return 1;
    }

    @Override
    public String body(List<Notice> notices) {
        Notice notice = notices.get(0);
        ObjectNode event = JsonText.NODES
                .objectNode()
                .put("routing_key", routingKey)
                .put("event_action", notice.recovery() ? "resolve" : "trigger")
                .put("dedup_key", deduplicationKey(notice.key()));
        String level = severity.render(notice.row(), UnaryOperator.identity());
        event.putObject("payload")
                .put("summary", text.of(notice, UnaryOperator.identity()))
                .put("source", source.render(notice.row(), UnaryOperator.identity()))
                .put("severity", SEVERITIES.contains(level) ? level : "error")
                .set("custom_details", notice.row());
        return JsonText.write(event);
    }

    @Override
    public URI address(long now) {
        return url;
    }

    /** Without the routing key. */
    @Override
    public String toString() {
        return "PagerDutyReceiver";
    }

    private String deduplicationKey(String key) {
        String whole = table + key;
        return whole.length() <= LONGEST_KEY ? whole : hash(whole);
    }

    private static String hash(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return "sha256:" + HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
