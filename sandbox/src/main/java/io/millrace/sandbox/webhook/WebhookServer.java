package io.millrace.sandbox.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.millrace.sandbox.protocol.Answer;
import io.millrace.sandbox.protocol.Call;
import io.millrace.sandbox.protocol.ProtocolServer;
import io.millrace.sandbox.protocol.ReceivedRequests;
import io.millrace.sandbox.protocol.ServerProgram;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/**
 * Stands for the receivers of alerts, and answers as each of them: {@code /slack}, {@code /dingtalk}, {@code
 * /pagerduty} and {@code /json} (any JSON object); {@code /hook} tells by the body which one is meant. Bodies are
 * checked by {@link MessageRules}, DingTalk's signature by {@link RobotSignature} where one is given or the server has
 * a secret. What was accepted is remembered as {@code {"format", "body"}} for as long as the process lives.
 */
public final class WebhookServer {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final String secret;
    private final ReceivedRequests received;

    private WebhookServer(String secret, ReceivedRequests received) {
        this.secret = secret;
        this.received = received;
    }

    /** Runs the server; the secret of DingTalk's robot is the variable {@code MILLRACE_WEBHOOK_SECRET}. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        ServerProgram.run(arguments, WebhookServer::start);
    }

    /**
     * Starts the server.
     *
     * @param port 0 for a free one
     */
    public static ProtocolServer start(int port, String id, Map<String, String> environment) throws IOException {
        return start(port, id, environment.getOrDefault("MILLRACE_WEBHOOK_SECRET", ""), new ReceivedRequests());
    }

    /**
     * Starts the server with a memory of the caller's, which may be that of an earlier one.
     *
     * @param secret of DingTalk's robot; empty when its posts need no signature
     */
    public static ProtocolServer start(int port, String id, String secret, ReceivedRequests received)
            throws IOException {
        return ProtocolServer.start(port, id, received, new WebhookServer(secret, received)::answer);
    }

    private Answer answer(Call call) {
        if (!call.method().equals("POST")) {
            return Answer.text(405, "a message is a POST");
        }
        JsonNode body = body(call);
        String format = call.path().equals("/hook") ? format(body) : call.path().substring(1);
        return switch (format) {
            case "slack" -> slack(body);
            case "dingtalk" -> dingTalk(call, body);
            case "pagerduty" -> pagerDuty(body);
            case "json" -> body.isObject() ? accept(format, body, Answer.text(200, "")) : Answer.text(400, "no object");
            default -> Answer.text(404, "there are /slack, /dingtalk, /pagerduty, /json and /hook");
        };
    }

    private Answer slack(JsonNode body) {
        Optional<String> complaint = body.isObject() ? MessageRules.slack(body) : Optional.of("invalid_payload");
        return complaint
                .map(why -> Answer.text(400, why))
                .orElseGet(() -> accept("slack", body, Answer.text(200, "ok")));
    }

    /** DingTalk answers a refusal with status 200 and a code. */
    private Answer dingTalk(Call call, JsonNode body) {
        boolean signed = !secret.isEmpty();
        if (signed && !RobotSignature.isRight(call, secret, System.currentTimeMillis())) {
            return code(310000, "sign not match");
        }
        return MessageRules.dingTalk(body)
                .map(why -> code(40035, why))
                .orElseGet(() -> accept("dingtalk", body, code(0, "ok")));
    }

    private Answer pagerDuty(JsonNode body) {
        ObjectNode answer = JSON.createObjectNode();
        Optional<String> complaint = MessageRules.pagerDuty(body);
        if (complaint.isPresent()) {
            answer.put("status", "invalid event").put("message", "Event object is invalid");
            answer.putArray("errors").add(complaint.get());
            return Answer.json(400, answer);
        }
        answer.put("status", "success").put("message", "Event processed");
        answer.put("dedup_key", body.path("dedup_key").asText());
        return accept("pagerduty", body, Answer.json(202, answer));
    }

    private Answer accept(String format, JsonNode body, Answer answer) {
        received.add(JSON.createObjectNode().put("format", format).set("body", body));
        return answer;
    }

    private static Answer code(int code, String message) {
        return Answer.json(200, JSON.createObjectNode().put("errcode", code).put("errmsg", message));
    }

    private static JsonNode body(Call call) {
        try {
            return JSON.readTree(call.body());
        } catch (IOException e) {
            return JSON.missingNode();
        }
    }

    private static String format(JsonNode body) {
        if (body.has("routing_key")) {
            return "pagerduty";
        }
        if (body.has("msgtype")) {
            return "dingtalk";
        }
        return body.has("text") && body.size() == 1 ? "slack" : "json";
    }
}
