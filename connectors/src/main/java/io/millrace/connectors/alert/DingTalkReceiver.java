package io.millrace.connectors.alert;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.millrace.connectors.json.JsonText;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * DingTalk's custom robots: text or Markdown, signed when the robot has a secret. They answer a refusal with status 200
 * and an error code.
 *
 * @param secret null for a robot without one
 */
record DingTalkReceiver(URI url, String secret, RobotMessageType type, TextTemplate title, NoticeText text)
        implements Receiver {

    /** A body may have 20,000 bytes; a character takes up to 3, and JSON escapes some. */
    static final int LONGEST = 5_000;

    private static final Set<Integer> OVERLOADED = Set.of(-1, 130101, 410100);

    @Override
    public int capacity(List<Notice> notices) {
        return text.capacity(notices, UnaryOperator.identity());
    }

    @Override
    public String body(List<Notice> notices) {
        ObjectNode body = JsonText.NODES.objectNode().put("msgtype", type.toString());
        if (type == RobotMessageType.TEXT) {
            body.putObject("text").put("content", text.joined(notices, "\n", UnaryOperator.identity()));
        } else {
            body.putObject("markdown")
                    .put("title", title.render(notices.get(0).row(), UnaryOperator.identity()))
                    .put("text", text.joined(notices, "\n\n", UnaryOperator.identity()));
        }
        return JsonText.write(body);
    }

    /** Returns the address with {@code timestamp} and {@code sign}, which DingTalk takes for an hour. */
    @Override
    public URI address(long now) {
        if (secret == null) {
            return url;
        }
        String sign = URLEncoder.encode(sign(now + "\n" + secret), StandardCharsets.UTF_8);
        return URI.create(url + (url.getQuery() == null ? "?" : "&") + "timestamp=" + now + "&sign=" + sign);
    }

    @Override
    public Verdict verdict(String answer) {
        try {
            JsonNode code = JsonText.read(answer).path("errcode");
            if (code.isInt() && OVERLOADED.contains(code.intValue())) {
                return Verdict.OVERLOADED;
            }
            return code.isInt() && code.intValue() == 0 ? Verdict.ACCEPTED : Verdict.REFUSED;
        } catch (IllegalArgumentException e) {
            return Verdict.REFUSED;
        }
    }

    /** Without the address and the secret. */
    @Override
    public String toString() {
        return "DingTalkReceiver";
    }

    private String sign(String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
