package io.millrace.sandbox.server;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** The REST API of a cluster's JobManager; {@code url} has no slash at its end. */
record FlinkRest(String url) {

    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();

    /** Returns the API of the cluster that a process belongs to. */
    static FlinkRest of(Workspace workspace) {
        return new FlinkRest("http://127.0.0.1:" + Ports.last(workspace.record(), ServerName.FLINK, JobManager.REST));
    }

    /** Tells whether a page can be had and holds a text. */
    boolean shows(String path, String text) throws IOException {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(url + path)).timeout(PATIENCE).build();
        try {
            HttpResponse<String> answer = CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
            return answer.statusCode() == 200 && answer.body().contains(text);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
