package io.millrace.sandbox.maxcompute;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * One request, read to its end.
 *
 * @param resource the decoded path, without the path of the endpoint
 * @param parameters decoded, empty text for those without a value
 * @param headers by name in lower case
 */
// Never compared with another, so that the array does no harm.
@SuppressWarnings("ArrayRecordComponent")
record Request(
        String method, String resource, Map<String, String> parameters, Map<String, String> headers, byte[] body) {

    /** The path in the address that is given to clients as the endpoint, as the real one has it. */
    static final String API = "/api";

    private static final int LONGEST_LINE = 65_536;

    /** Reads a request; empty when the connection ends before one begins. */
    static Optional<Request> read(InputStream in) throws IOException {
        String line = line(in);
        if (line == null) {
            return Optional.empty();
        }
        String[] words = line.split(" ", -1);
        if (words.length != 3 || !words[2].startsWith("HTTP/1.")) {
            throw new IOException("not a request of HTTP/1");
        }
        Map<String, String> headers = new TreeMap<>();
        for (line = line(in); line != null && !line.isEmpty(); line = line(in)) {
            int colon = line.indexOf(':');
            if (colon > 0) {
                headers.put(
                        line.substring(0, colon).toLowerCase(Locale.ROOT),
                        line.substring(colon + 1).strip());
            }
        }
        String[] target = words[1].split("\\?", 2);
        String path = decode(target[0].replace("+", "%2B"));
        return Optional.of(new Request(
                words[0],
                path.startsWith(API + "/") ? path.substring(API.length()) : path,
                parameters(target.length == 2 ? target[1] : null),
                headers,
                body(in, headers)));
    }

    String parameter(String name) {
        return parameters.get(name);
    }

    boolean has(String name) {
        return parameters.containsKey(name);
    }

    private static byte[] body(InputStream in, Map<String, String> headers) throws IOException {
        if (!"chunked".equalsIgnoreCase(headers.get("transfer-encoding"))) {
            return exactly(in, Integer.parseInt(headers.getOrDefault("content-length", "0")));
        }
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        int length = chunkLength(in);
        while (length > 0) {
            body.write(exactly(in, length));
            line(in);
            length = chunkLength(in);
        }
        line(in);
        return body.toByteArray();
    }

    private static int chunkLength(InputStream in) throws IOException {
        String line = line(in);
        if (line == null) {
            throw new EOFException();
        }
        return Integer.parseInt(line.split(";", 2)[0].strip(), 16);
    }

    private static byte[] exactly(InputStream in, int length) throws IOException {
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException();
        }
        return bytes;
    }

    /** Reads a line without its end; null at the end of the connection. */
    private static String line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        int next = in.read();
        if (next < 0) {
            return null;
        }
        while (next >= 0 && next != '\n') {
            line.write(next);
            if (line.size() > LONGEST_LINE) {
                throw new IOException("a line is too long");
            }
            next = in.read();
        }
        return line.toString(StandardCharsets.ISO_8859_1).stripTrailing();
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
