package io.millrace.sandbox.maxcompute;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * One request, read to its end.
 *
 * @param resource the decoded path, without the path of the endpoint
 * @param parameters decoded, empty text for those without a value
 * @param headers the first of each name, in lower case
 */
// Never compared with another, so that the array does no harm.
@SuppressWarnings("ArrayRecordComponent")
record Request(
        String method, String resource, Map<String, String> parameters, Map<String, String> headers, byte[] body) {

    /** The path in the address that is given to clients as the endpoint, as the real one has it. */
    static final String API = "/api";

    static Request read(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        Map<String, String> headers = new TreeMap<>();
        exchange.getRequestHeaders()
                .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.get(0)));
        return new Request(
                exchange.getRequestMethod(),
                path.startsWith(API + "/") ? path.substring(API.length()) : path,
                parameters(exchange.getRequestURI().getRawQuery()),
                headers,
                exchange.getRequestBody().readAllBytes());
    }

    String parameter(String name) {
        return parameters.get(name);
    }

    boolean has(String name) {
        return parameters.containsKey(name);
    }

    private static Map<String, String> parameters(String query) {
        Map<String, String> parameters = new TreeMap<>();
        for (String part : query == null ? new String[0] : query.split("&", -1)) {
            String[] pair = part.split("=", 2);
            parameters.put(decode(pair[0]), pair.length == 2 ? decode(pair[1]) : "");
        }
        return parameters;
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
