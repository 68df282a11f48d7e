package io.millrace.sandbox.maxcompute;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Verifies {@code Authorization: ODPS <access id>:<signature>}, where the signature is the HMAC-SHA1 of the canonical
 * text of the request. The text is the one of the SDK's {@code com.aliyun.odps.account.SecurityUtils} and
 * {@code AliyunRequestSigner}: method, Content-MD5, Content-Type, Date, the {@code x-odps-} headers and parameters by
 * name, and the resource with its sorted parameters.
 */
final class SignatureCheck {

    private static final String PREFIX = "x-odps-";

    private final String accessId;
    private final byte[] accessKey;

    SignatureCheck(String accessId, String accessKey) {
        this.accessId = accessId;
        this.accessKey = accessKey.getBytes(StandardCharsets.UTF_8);
    }

    /**
     * Lets a request pass.
     *
     * @throws ProtocolException when it is not signed with the key of the known account
     */
    void check(Request request) {
        String[] given = request.headers().getOrDefault("authorization", "").split("[ :]", 3);
        if (given.length != 3 || !given[0].equals("ODPS")) {
            throw new ProtocolException(401, "MissingAuthorization", "the request is not signed");
        }
        if (!given[1].equals(accessId)) {
            throw new ProtocolException(401, "InvalidAccessKeyId.NotFound", "the access id is not known");
        }
        byte[] expected = signature(canonical(request));
        if (!MessageDigest.isEqual(expected, given[2].getBytes(StandardCharsets.UTF_8))) {
            throw new ProtocolException(401, "SignatureNotMatch", "the signature does not match");
        }
    }

    private static String canonical(Request request) {
        Map<String, String> signed = new TreeMap<>();
        signed.put("content-md5", "");
        signed.put("content-type", "");
        request.headers().forEach((name, value) -> {
            if (name.startsWith(PREFIX) || name.equals("date") || signed.containsKey(name)) {
                signed.put(name, value);
            }
        });
        request.parameters().forEach((name, value) -> {
            if (name.startsWith(PREFIX)) {
                signed.put(name, value);
            }
        });
        StringBuilder text = new StringBuilder(request.method()).append('\n');
        signed.forEach((name, value) -> text.append(name.startsWith(PREFIX) ? name + ":" : "")
                .append(value)
                .append('\n'));
        text.append(request.resource());
        char separator = '?';
        for (Map.Entry<String, String> parameter : new TreeMap<>(request.parameters()).entrySet()) {
            text.append(separator).append(parameter.getKey());
            if (!parameter.getValue().isEmpty()) {
                text.append('=').append(parameter.getValue());
            }
            separator = '&';
        }
        return text.toString();
    }

    private byte[] signature(String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(accessKey, "HmacSHA1"));
            return Base64.getEncoder().encode(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
