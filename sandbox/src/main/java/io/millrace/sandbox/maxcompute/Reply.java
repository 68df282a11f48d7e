package io.millrace.sandbox.maxcompute;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** What a request is answered with. */
// Never compared with another, so that the array does no harm.
@SuppressWarnings("ArrayRecordComponent")
record Reply(int status, String type, Map<String, String> headers, byte[] body) {

    private static final ObjectMapper JSON = new ObjectMapper();

    static Reply json(int status, Object body) {
        try {
            return new Reply(status, "application/json", Map.of(), JSON.writeValueAsBytes(body));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Reply xml(int status, String body) {
        return new Reply(status, "application/xml", Map.of(), body.getBytes(StandardCharsets.UTF_8));
    }

    static Reply text(String body) {
        return new Reply(200, "text/plain", Map.of(), body.getBytes(StandardCharsets.UTF_8));
    }

    Reply with(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Reply(status, type, more, body);
    }

    /** An error in the form that the tunnel's clients read, or the others'. */
    static Reply error(boolean tunnel, int status, String code, String message) {
        return tunnel
                ? json(status, Map.of("Code", code, "Message", message))
                : xml(
                        status,
                        "<Error><Code>" + escape(code) + "</Code><Message>" + escape(message) + "</Message></Error>");
    }

    static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    /** Writes the answer, whose connection stays open. */
    void write(OutputStream out) throws IOException {
        StringBuilder head = new StringBuilder("HTTP/1.1 " + status + (status < 400 ? " OK" : " Error") + "\r\n");
        head.append("Content-Type: ").append(type).append("\r\n");
        head.append("Content-Length: ").append(body.length).append("\r\n");
        head.append("x-odps-request-id: ").append(UUID.randomUUID()).append("\r\n");
        headers.forEach(
                (name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        out.write(head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
        out.write(body);
        out.flush();
    }
}
