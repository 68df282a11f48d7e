package io.millrace.sandbox.protocol;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** Sends requests to a server under test. */
public final class HttpCall {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private HttpCall() {}

    /** Returns the answer to a request with a body; {@code headers} are names and values in turn. */
    public static HttpResponse<String> send(String method, String address, String body, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(address)).method(method, HttpRequest.BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
