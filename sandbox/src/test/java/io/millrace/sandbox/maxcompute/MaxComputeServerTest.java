package io.millrace.sandbox.maxcompute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MaxComputeServerTest {

    private static final String DATE = "Sat, 22 Nov 2025 12:00:00 GMT";

    private final HttpClient client = HttpClient.newHttpClient();

    @TempDir
    private Path data;

    private MaxComputeServer server;

    @BeforeEach
    void start() throws IOException {
        server = MaxComputeServer.start(0, data, new MaxComputeServer.Account("shop", "tester", "hush"));
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    private HttpResponse<String> admin(String method, String what, String body) throws Exception {
        URI uri = URI.create(server.endpoint().replace("/api", "/admin/") + what);
        return client.send(
                HttpRequest.newBuilder(uri)
                        .method(method, BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    private HttpResponse<String> ask(String resource, String key) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA1");
        mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
        String canonical = "GET\n\n\n" + DATE + "\n" + resource;
        String signature = Base64.getEncoder().encodeToString(mac.doFinal(canonical.getBytes(StandardCharsets.UTF_8)));
        return client.send(
                HttpRequest.newBuilder(URI.create(server.endpoint() + resource))
                        .header("Date", DATE)
                        .header("Authorization", "ODPS tester:" + signature)
                        .build(),
                BodyHandlers.ofString());
    }

    @Test
    void onlySignedRequestsAreAnswered() throws Exception {
        assertThat(ask("/projects/shop/tunnel?service", "wrong").statusCode()).isEqualTo(401);
        assertThat(ask("/projects/shop/tunnel?service", "wrong").body()).contains("SignatureNotMatch");
        HttpResponse<String> unsigned = client.send(
                HttpRequest.newBuilder(URI.create(server.endpoint() + "/projects/shop/tunnel"))
                        .build(),
                BodyHandlers.ofString());
        assertThat(unsigned.statusCode()).isEqualTo(401);
    }

    @Test
    void tablesAndTheirKindSurviveARestart() throws Exception {
        admin(
                "POST",
                "sql",
                "CREATE TABLE t (id BIGINT NOT NULL, a ARRAY<STRING>, PRIMARY KEY (id))"
                        + " PARTITIONED BY (dt STRING) TBLPROPERTIES ('transactional'='true');"
                        + " ALTER TABLE t ADD PARTITION (dt='1')");
        server.close();
        start();

        assertThat(admin("GET", "tables", "").body()).isEqualTo("[\"t\"]");
        assertThat(admin("GET", "partitions?table=t", "").body()).isEqualTo("[\"dt=1\"]");
        assertThat(admin("GET", "rows?table=t", "").body()).isEqualTo("[]");
    }

    @Test
    void statementsThatCannotBeAreRefusedWithAReason() throws Exception {
        assertThat(admin("POST", "sql", "DROP TABLE t").body()).contains("expected ALTER TABLE before 'DROP'");
        assertThat(admin("POST", "sql", "CREATE TABLE t (id BIGINT, PRIMARY KEY (id))")
                        .body())
                .contains("belong together");
        assertThat(admin("GET", "rows?table=none", "").body()).contains("the table none does not exist");
        assertThat(admin("GET", "nothing", "").statusCode()).isEqualTo(404);
    }

    @Test
    void faultsAreDrawnFromTheSeedAndCounted() throws Exception {
        admin("POST", "faults", "{\"seed\": 1, \"fail\": 1}");

        assertThat(ask("/projects/shop/tunnel", "hush").statusCode()).isEqualTo(500);
        assertThat(admin("GET", "faults", "").body()).isEqualTo("{\"fail\":1}");

        admin("POST", "faults", "{\"cut\": 1}");
        assertThatThrownBy(() -> ask("/projects/shop/tunnel", "hush")).isInstanceOf(IOException.class);
    }
}
