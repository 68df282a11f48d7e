package io.millrace.sandbox.eas;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.sandbox.protocol.HttpCall;
import io.millrace.sandbox.protocol.ProtocolServer;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EasServerTest {

    private ProtocolServer server;

    @BeforeEach
    void start() throws IOException {
        server = EasServer.start(0, "test", Map.of("MILLRACE_EAS_TOKEN", "right"));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void aScoreIsTheSumOfNumbersLengthsAndTruthsInHundredths() throws Exception {
        assertThat(predict("{\"a\": 30.5, \"b\": [\"Ann\", true, false, null], \"c\": {\"d\": 100}}"))
                .startsWith("{\"outputs\":[{\"score\":0.3450,\"label\":\"low\"}],\"echo\":{");
        assertThat(predict("-1")).contains("\"score\":0.9900,\"label\":\"high\"");
    }

    @Test
    void whatIsWrongIsRefused() throws Exception {
        assertThat(status("POST", "/api/predict/risk", "{}", "wrong")).isEqualTo(401);
        assertThat(status("POST", "/api/predict/", "{}", "right")).isEqualTo(404);
        assertThat(status("POST", "/predict/risk", "{}", "right")).isEqualTo(404);
        assertThat(status("GET", "/api/predict/risk", "", "right")).isEqualTo(405);
        assertThat(status("POST", "/api/predict/risk", "{", "right")).isEqualTo(400);
        assertThat(status("POST", "/api/predict/risk", "", "right")).isEqualTo(400);
    }

    private String predict(String body) throws Exception {
        return HttpCall.send("POST", server.url() + "/api/predict/risk", body, "Authorization", "right")
                .body();
    }

    private int status(String method, String path, String body, String token) throws Exception {
        return HttpCall.send(method, server.url() + path, body, "Authorization", token)
                .statusCode();
    }
}
