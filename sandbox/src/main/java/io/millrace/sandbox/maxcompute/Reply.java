package io.millrace.sandbox.maxcompute;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

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

    void send(HttpExchange exchange, String requestId) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.getResponseHeaders().set("x-odps-request-id", requestId);
        headers.forEach(exchange.getResponseHeaders()::set);
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }
}
