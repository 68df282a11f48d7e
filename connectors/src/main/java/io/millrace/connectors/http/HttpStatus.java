package io.millrace.connectors.http;

import java.net.http.HttpResponse;
import java.util.OptionalLong;

/** What the status of an answer means to a client that may try again. */
public final class HttpStatus {

    private static final int TOO_MANY_REQUESTS = 429;

    private HttpStatus() {}

    /** Tells whether the request was accepted: 2xx. */
    public static boolean isSuccess(int status) {
        return status >= 200 && status < 300;
    }

    /** Tells whether the same request may succeed later: 429 and 5xx. */
    public static boolean isWorthRetrying(int status) {
        return status == TOO_MANY_REQUESTS || status >= 500;
    }

    /** Returns the header {@code Retry-After} where it is a number of seconds; its form as a date is not read. */
    public static OptionalLong retryAfterSeconds(HttpResponse<?> response) {
        return response.headers()
                .firstValue("Retry-After")
                .filter(value -> value.matches("\\d{1,9}"))
                .map(value -> OptionalLong.of(Long.parseLong(value)))
                .orElse(OptionalLong.empty());
    }
}
