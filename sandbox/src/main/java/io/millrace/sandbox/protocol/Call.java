package io.millrace.sandbox.protocol;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * One request.
 *
 * @param query the raw query without its question mark; empty when there is none
 * @param headers the first value of a header by its name; null where there is none
 */
public record Call(String method, String path, String query, Function<String, String> headers, String body) {

    /** Returns the decoded value of a query parameter. */
    public Optional<String> parameter(String name) {
        return Stream.of(query.split("&"))
                .filter(pair -> pair.startsWith(name + "="))
                .map(pair -> URLDecoder.decode(pair.substring(name.length() + 1), StandardCharsets.UTF_8))
                .findFirst();
    }
}
