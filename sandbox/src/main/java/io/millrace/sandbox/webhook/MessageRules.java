package io.millrace.sandbox.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the receivers of messages refuse, by their published documents: Slack's incoming webhooks, DingTalk's custom
 * robots, and PagerDuty's Events API v2. Each rule returns the receiver's own complaint, or nothing.
 */
final class MessageRules {

    private static final Set<String> ACTIONS = Set.of("trigger", "acknowledge", "resolve");
    private static final Set<String> SEVERITIES = Set.of("critical", "error", "warning", "info");
    private static final int LONGEST_KEY = 255;
    private static final int LONGEST_SUMMARY = 1024;
    private static final int ROUTING_KEY_LENGTH = 32;

    private MessageRules() {}

    static Optional<String> slack(JsonNode body) {
        return filled(body, "/text")
                        || body.at("/blocks").isArray()
                        || body.at("/attachments").isArray()
                ? Optional.empty()
                : Optional.of("no_text");
    }

    static Optional<String> dingTalk(JsonNode body) {
        return switch (body.path("msgtype").asText()) {
            case "text" -> missing(body, List.of("/text/content"));
            case "markdown" -> missing(body, List.of("/markdown/title", "/markdown/text"));
            default -> Optional.of("param error: msgtype");
        };
    }

    private static Optional<String> missing(JsonNode body, List<String> paths) {
        return paths.stream().filter(path -> !filled(body, path)).findFirst().map(path -> "param error: " + path);
    }

    static Optional<String> pagerDuty(JsonNode body) {
        String action = body.path("event_action").asText();
        if (body.path("routing_key").asText().length() != ROUTING_KEY_LENGTH) {
            return Optional.of("'routing_key' is missing or has not 32 characters");
        }
        if (!ACTIONS.contains(action)) {
            return Optional.of("'event_action' is not trigger, acknowledge or resolve");
        }
        if (body.path("dedup_key").asText().length() > LONGEST_KEY) {
            return Optional.of("'dedup_key' is longer than 255 characters");
        }
        if (!action.equals("trigger")) {
            return filled(body, "/dedup_key") ? Optional.empty() : Optional.of("'dedup_key' is missing or blank");
        }
        return payload(body);
    }

    private static Optional<String> payload(JsonNode body) {
        if (!filled(body, "/payload/summary")
                || body.at("/payload/summary").asText().length() > LONGEST_SUMMARY) {
            return Optional.of("'payload.summary' is missing, blank or longer than 1024 characters");
        }
        if (!filled(body, "/payload/source")) {
            return Optional.of("'payload.source' is missing or blank");
        }
        return SEVERITIES.contains(body.at("/payload/severity").asText())
                ? Optional.empty()
                : Optional.of("'payload.severity' is not critical, error, warning or info");
    }

    private static boolean filled(JsonNode body, String path) {
        return body.at(path).isTextual() && !body.at(path).asText().isBlank();
    }
}
