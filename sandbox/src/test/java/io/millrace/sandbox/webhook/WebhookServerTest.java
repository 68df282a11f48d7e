package io.millrace.sandbox.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.sandbox.protocol.HttpCall;
import io.millrace.sandbox.protocol.ProtocolServer;
import io.millrace.sandbox.protocol.ReceivedRequests;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WebhookServerTest {

    private static final String KEY = "0123456789abcdef0123456789abcdef";
    private static final String EVENT =
            "{\"routing_key\":\"" + KEY + "\",\"event_action\":\"trigger\",\"dedup_key\":\"k\","
                    + "\"payload\":{\"summary\":\"s\",\"source\":\"o\",\"severity\":\"error\"}}";

    private final ReceivedRequests received = new ReceivedRequests();
    private ProtocolServer server;

    @BeforeEach
    void start() throws IOException {
        server = WebhookServer.start(0, "test", "", received);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void aHookTellsFormatsByTheirBodies() throws Exception {
        assertThat(post("/hook", "{\"text\":\"a\"}")).isEqualTo("200 ok");
        assertThat(post("/hook", "{\"msgtype\":\"text\",\"text\":{\"content\":\"a\"}}"))
                .isEqualTo("200 {\"errcode\":0,\"errmsg\":\"ok\"}");
        assertThat(post("/hook", EVENT)).startsWith("202 {\"status\":\"success\"");
        assertThat(post("/hook", "{\"host\":\"a\"}")).isEqualTo("200 ");
        assertThat(received.all())
                .extracting(request -> request.get("format").asText())
                .containsExactly("slack", "dingtalk", "pagerduty", "json");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    /slack     | '{"txt":"a"}'                                          | 400 no_text
                    /slack     | not json                                               | 400 invalid_payload
                    /dingtalk  | '{"msgtype":"markdown","markdown":{"text":"a"}}'       | /markdown/title
                    /dingtalk  | '{"msgtype":"link"}'                                   | param error: msgtype
                    /pagerduty | '{"routing_key":"short"}'                              | has not 32 characters
                    /pagerduty | '{"routing_key":"0123456789abcdef0123456789abcdef","event_action":"resolve"}' | 'dedup_key' is missing
                    /json      | '[]'                                                   | 400 no object
                    /teams     | '{}'                                                   | 404 there are
                    """)
    void aBodyOfAnotherShapeIsRefusedAsTheRealOneDoes(String path, String body, String complaint) throws Exception {
        assertThat(post(path, body)).contains(complaint);
        assertThat(received.all()).isEmpty();
    }

    @Test
    void aSeverityThatIsNoneIsRefused() throws Exception {
        assertThat(post("/pagerduty", EVENT.replace("\"error\"", "\"bad\"")))
                .startsWith("400")
                .contains("severity");
    }

    @Test
    void aRobotWithASecretTakesNothingUnsigned() throws Exception {
        try (ProtocolServer signed = WebhookServer.start(0, "test", "SECabc", received)) {
            String body = "{\"msgtype\":\"text\",\"text\":{\"content\":\"a\"}}";
            String refused = "{\"errcode\":310000,\"errmsg\":\"sign not match\"}";

            assertThat(HttpCall.send("POST", signed.url() + "/dingtalk", body).body())
                    .isEqualTo(refused);
            assertThat(HttpCall.send(
                                    "POST",
                                    signed.url()
                                            + "/dingtalk?timestamp=1700000000000&sign=jcUpW0QmtKduN03n4JqQ0PBosVjqnM8gU7fIIvsDmCM%3D",
                                    body)
                            .body())
                    .as("a right signature that is years old")
                    .isEqualTo(refused);
        }
    }

    private String post(String path, String body) throws Exception {
        var answer = HttpCall.send("POST", server.url() + path, body);
        return answer.statusCode() + " " + answer.body();
    }
}
