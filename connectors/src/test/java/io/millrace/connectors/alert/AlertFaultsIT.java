package io.millrace.connectors.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.millrace.connectors.FlinkSql;
import io.millrace.connectors.SharedCluster;
import io.millrace.sandbox.protocol.Faults;
import io.millrace.sandbox.protocol.ProtocolServer;
import io.millrace.sandbox.protocol.ReceivedRequests;
import io.millrace.sandbox.webhook.WebhookServer;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AlertFaultsIT {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final int KEYS = 200;
    private static final String ROWS =
            """
            CREATE TABLE numbers (n INT) WITH ('connector' = 'datagen', 'fields.n.kind' = 'sequence',
              'fields.n.start' = '1', 'fields.n.end' = '%d', 'rows-per-second' = '%d')
            """;
    private static final String RETRIES = ", 'rate-limit.per-minute' = '1000000', 'retry.initial-delay' = '1 ms',"
            + " 'retry.max-delay' = '20 ms', 'retry.max-attempts' = '%d'";
    private static final String PAGERDUTY = "'format' = 'pagerduty', 'text' = '{service}', 'status-column' = 'status',"
            + " 'pagerduty.routing-key' = '" + AlertTable.ROUTING_KEY + "'" + RETRIES;
    // Each key fires and recovers ten rows later.
    private static final String FIRE_AND_RECOVER =
            "INSERT INTO alerts SELECT CAST(MOD(n, 10) + 10 * (n / 20) AS STRING),"
                    + " CASE WHEN MOD(n / 10, 2) = 0 THEN 'bad' ELSE 'ok' END, n FROM numbers";

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
    void noneIsMissingWhenPostsAreSlowRefusedCutAndLost() {
        server.faults(new Faults(5, 0.2, 503, 0.05, 0.05, 42));

        FlinkSql.streaming()
                .restarting()
                .run(ROWS.formatted(2 * KEYS - 1, 1000).replace("'1'", "'0'"))
                .run(AlertTable.create(server.url() + "/pagerduty", PAGERDUTY.formatted(20)))
                .run(FIRE_AND_RECOVER);

        assertEveryKeyFiredAndRecovered();
    }

    @Test
    void noneIsMissingWhenTheReceiverGoesAwayAndTheJobStartsAgain() throws IOException {
        String table = AlertTable.create(server.url() + "/pagerduty", PAGERDUTY.formatted(2));
        CompletableFuture<FlinkSql> job = FlinkSql.inBackground(() -> FlinkSql.streaming()
                .restarting()
                .run(ROWS.formatted(2 * KEYS - 1, 50).replace("'1'", "'0'"))
                .run(table)
                .run(FIRE_AND_RECOVER));

        for (int outage = 1; outage <= 3; outage++) {
            int before = outage * 80;
            await().atMost(PATIENCE).until(() -> received.all().size() >= before || job.isDone());
            assertThat(job).isNotDone();
            server.close();
            await().atMost(PATIENCE).until(SharedCluster::isRestarting);
            server = WebhookServer.start(server.port(), "test", "", received);
        }

        await().atMost(PATIENCE).until(job::isDone);
        job.join();
        assertEveryKeyFiredAndRecovered();
    }

    @Test
    void whatExceedsTheRateWaitsAndIsToldTogether() {
        FlinkSql.streaming()
                .restarting()
                .run(ROWS.formatted(50, 1000))
                .run(AlertTable.create(
                        server.url() + "/slack",
                        "'format' = 'slack', 'text' = '{service}', 'rate-limit.per-minute' = '2'"))
                .run("INSERT INTO alerts SELECT CAST(n AS STRING), 'bad', n FROM numbers");

        assertThat(String.join("\n", AlertTable.texts(received)).lines())
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.rangeClosed(1, 50).mapToObj(Integer::toString).toList());
        assertThat(received.all()).hasSizeLessThanOrEqualTo(4);
    }

    /** By key, repeated events apart: PagerDuty takes an event with the same key and action as the same. */
    private void assertEveryKeyFiredAndRecovered() {
        Map<String, StringBuilder> actions = new HashMap<>();
        for (JsonNode event : AlertTable.bodies(received)) {
            StringBuilder ofKey = actions.computeIfAbsent(event.get("dedup_key").asText(), key -> new StringBuilder());
            ofKey.append(event.get("event_action").asText().charAt(0));
        }
        List<String> keys = IntStream.range(0, KEYS)
                .mapToObj("alerts{\"service\":\"%d\"}"::formatted)
                .toList();
        assertThat(new TreeSet<>(actions.keySet())).isEqualTo(new TreeSet<>(keys));
        assertThat(actions.values()).allSatisfy(ofKey -> assertThat(ofKey).matches("(t+r+)+"));
    }
}
