package io.millrace.sandbox.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ProtocolServerTest {

    private final ReceivedRequests received = new ReceivedRequests();
    private ProtocolServer server;

    @BeforeEach
    void start() throws IOException {
        server = ProtocolServer.start(0, "the-id", received, call -> {
            received.add(JsonNodeFactory.instance.textNode(call.body()));
            return Answer.text(200, "done");
        });
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void itShowsWhatItHasSeen() throws Exception {
        HttpCall.send("POST", server.url() + "/x", "hello");

        assertThat(HttpCall.send("GET", server.url() + "/_admin/status", "").body())
                .isEqualTo("{\"id\":\"the-id\",\"requests\":1,\"most_in_flight\":1,\"accepted\":1}");
        assertThat(HttpCall.send("GET", server.url() + "/_admin/received", "").body())
                .isEqualTo("[\"hello\"]");
        assertThat(HttpCall.send("DELETE", server.url() + "/_admin/received", "")
                        .body())
                .isEqualTo("[]");
    }

    @Test
    void itRefusesASeededShareWithoutDoingAnything() throws Exception {
        List<Integer> first = statuses();
        List<Integer> second = statuses();

        assertThat(first).isEqualTo(second).contains(200, 429);
        assertThat(received.all())
                .hasSize((int) first.stream().filter(status -> status == 200).count() * 2);
    }

    @Test
    void itCutsConnectionsBeforeOrAfterTheWork() throws Exception {
        faults("{\"cut\": 1}");
        assertThatThrownBy(() -> HttpCall.send("POST", server.url() + "/x", "cut"))
                .isInstanceOf(IOException.class);
        assertThat(received.all()).isEmpty();

        faults("{\"lose\": 1}");
        assertThatThrownBy(() -> HttpCall.send("POST", server.url() + "/x", "lost"))
                .isInstanceOf(IOException.class);
        assertThat(received.all()).hasSize(1);
    }

    @Test
    void faultsThatCannotBeAreRefusedInOneLine() throws Exception {
        assertThat(faults("{\"fail\": 2}").body())
                .isEqualTo("delay is at least 0; fail, cut and lose are shares, together at most 1");
        assertThat(faults("{\"fial\": 1}").statusCode()).isEqualTo(400);
        assertThat(faults("none").body().lines()).hasSize(1);
        assertThat(HttpCall.send("POST", server.url() + "/x", "").statusCode()).isEqualTo(200);
    }

    private List<Integer> statuses() throws Exception {
        faults("{\"fail\": 0.4, \"status\": 429, \"seed\": 3}");
        List<Integer> statuses = new ArrayList<>();
        for (int request = 0; request < 20; request++) {
            statuses.add(HttpCall.send("POST", server.url() + "/x", "").statusCode());
        }
        return statuses;
    }

    private HttpResponse<String> faults(String json) throws Exception {
        return HttpCall.send("PUT", server.url() + "/_admin/faults", json);
    }
}
