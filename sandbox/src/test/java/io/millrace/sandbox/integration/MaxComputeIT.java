package io.millrace.sandbox.integration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** MaxCompute's stand-in as a server of the sandbox. */
class MaxComputeIT {

    @TempDir
    private Path work;

    private PackagedSandbox sandbox;

    @BeforeEach
    void make() {
        sandbox = new PackagedSandbox(work);
    }

    @AfterEach
    void down() throws Exception {
        sandbox.run("down", "--wipe");
    }

    private String ask(String what) throws IOException, InterruptedException {
        URI uri = URI.create(sandbox.property("maxcompute.endpoint").replace("/api", "/admin/") + what);
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString())
                .body();
    }

    @Test
    void tablesComeFromTheScriptAndStayOverARestart() throws Exception {
        Path script = sandbox.file("warehouse.sql", "CREATE TABLE a (id BIGINT) PARTITIONED BY (dt STRING);");

        PackagedSandbox.Run up = sandbox.run("up", "--server=maxcompute", "--maxcompute-script=" + script);
        assertThat(up.code()).as(up.err()).isZero();
        assertThat(up.out()).startsWith("maxcompute");
        assertThat(ask("tables")).isEqualTo("[\"a\"]");
        assertThat(sandbox.property("secret.maxcompute.access-key")).isNotBlank();

        assertThat(sandbox.run("down").code()).isZero();
        PackagedSandbox.Run again = sandbox.run("up", "--server=maxcompute", "--maxcompute-script=" + script);
        assertThat(again.code()).as(again.err()).isZero();
        assertThat(ask("tables")).isEqualTo("[\"a\"]");
        assertThat(sandbox.run("logs", "maxcompute").out())
                .contains("listens on port")
                .doesNotContain(sandbox.property("secret.maxcompute.access-key"));
    }

    @Test
    void aWrongScriptIsNamedWithTheReason() throws Exception {
        Path script = sandbox.file("warehouse.sql", "CREATE TABLE a (id BIGINT");

        PackagedSandbox.Run up = sandbox.run("up", "--server=maxcompute", "--maxcompute-script=" + script);

        assertThat(up.code()).isEqualTo(2);
        assertThat(up.err())
                .contains(script + ": MaxCompute's stand-in refuses it (expected ), but the statement ends too early)");
    }
}
