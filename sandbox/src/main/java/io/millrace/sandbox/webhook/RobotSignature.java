package io.millrace.sandbox.webhook;

import io.millrace.sandbox.protocol.Call;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Checks the signature of a DingTalk robot with a secret: the query parameter {@code sign} is the Base64 of
 * HMAC-SHA256, by the secret, of {@code timestamp}, a line feed and the secret; {@code timestamp} is in ms and at most
 * an hour off.
 */
final class RobotSignature {

    private static final long HOUR_MILLIS = 3_600_000;

    private RobotSignature() {}

    static boolean isRight(Call call, String secret, long now) {
        try {
            String timestamp = call.parameter("timestamp").orElse("0");
            boolean fresh = Math.abs(now - Long.parseLong(timestamp)) <= HOUR_MILLIS;
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            byte[] expected = mac.doFinal((timestamp + "\n" + secret).getBytes(StandardCharsets.UTF_8));
            byte[] given = Base64.getDecoder().decode(call.parameter("sign").orElse(""));
            return fresh && MessageDigest.isEqual(expected, given);
        } catch (IllegalArgumentException e) {
            return false;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
