package io.millrace.connectors.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.databind.JsonNode;
import io.millrace.connectors.FlinkSql;
import io.millrace.sandbox.protocol.Faults;
import io.millrace.sandbox.protocol.ProtocolServer;
import io.millrace.sandbox.protocol.ReceivedRequests;
import io.millrace.sandbox.webhook.WebhookServer;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AlertSqlTest {

    private static final String SECRET = "canary-secret";

    private final ReceivedRequests received = new ReceivedRequests();
    private ProtocolServer server;

    @BeforeEach
    void start() throws IOException {
        server = WebhookServer.start(0, "test", SECRET, received);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void aKeyIsToldOnceAPeriodToSlack() {
        FlinkSql.streaming()
                .run(AlertTable.slack(server.url() + "/slack"))
                .run("INSERT INTO alerts VALUES ('shop', 'bad', 3), ('shop', 'bad', 4), ('<!pay>', 'bad', 5)");

        assertThat(AlertTable.texts(received))
                .containsExactlyInAnyOrder("shop has 3 errors", "&lt;!pay&gt; has 5 errors");
    }

    @Test
    void aRetractionOfTheKeyResolvesItsIncidentInPagerDuty() {
        FlinkSql.streaming()
                .run(AlertTable.create(
                        server.url() + "/pagerduty",
                        "'format' = 'pagerduty', 'text' = '{service} has {errors} errors', 'pagerduty.severity' = '{status}',"
                                + " 'pagerduty.routing-key' = '" + AlertTable.ROUTING_KEY + "'"))
                .run(
                        "CREATE VIEW counts AS SELECT service, SUM(n) AS n FROM (VALUES ('shop', 3), ('pay', 9), ('shop', -3))"
                                + " AS e (service, n) GROUP BY service")
                .run("INSERT INTO alerts SELECT service, 'critical', n FROM counts WHERE n > 0");

        assertThat(AlertTable.bodies(received).stream()
                        .filter(event -> event.get("dedup_key").asText().equals("alerts{\"service\":\"shop\"}"))
                        .map(event -> event.get("event_action").asText()))
                .containsExactly("trigger", "resolve");
        JsonNode payload = AlertTable.bodies(received).get(0).get("payload");
        assertThat(payload.get("severity").asText()).isEqualTo("critical");
        assertThat(payload.at("/custom_details/errors").isIntegralNumber()).isTrue();
    }

    @Test
    void aStatusColumnTellsRecoveryToASignedRobot() {
        FlinkSql.streaming()
                .run(AlertTable.create(
                        server.url() + "/dingtalk",
                        "'format' = 'dingtalk', 'text' = '**{service}**: {errors}', 'dingtalk.message-type' = 'markdown',"
                                + " 'text.recovered' = '{service} is well', 'dingtalk.title' = 'About {service}',"
                                + " 'status-column' = 'status', 'dingtalk.secret' = '" + SECRET + "'"))
                .run("INSERT INTO alerts VALUES ('pay', 'OK', 0), ('shop', 'bad', 3), ('shop', 'Resolved', 0)");

        assertThat(AlertTable.bodies(received))
                .extracting(body -> body.at("/markdown/text").asText())
                .containsExactly("**shop**: 3", "shop is well");
        assertThat(AlertTable.bodies(received).get(0).at("/markdown/title").asText())
                .isEqualTo("About shop");
    }

    @Test
    void jsonIsTheRowWithWhatHappened() {
        FlinkSql.batch()
                .run(AlertTable.create(server.url() + "/json", "'format' = 'json', 'period' = '0 s'"))
                .run("INSERT INTO alerts VALUES ('shop', CAST(NULL AS STRING), 3)");

        assertThat(AlertTable.bodies(received).toString())
                .isEqualTo("[{\"service\":\"shop\",\"status\":null,\"errors\":3,\"event_action\":\"trigger\"}]");
    }

    @Test
    void thePeriodCanBeMeasuredByAColumn() {
        FlinkSql.streaming()
                .run(
                        """
                        CREATE TABLE alerts (service STRING, seen TIMESTAMP(3), PRIMARY KEY (service) NOT ENFORCED)
                        WITH ('connector' = 'alert', 'url' = '%s/slack', 'format' = 'slack', 'text' = '{seen}',
                          'time-column' = 'seen', 'period' = '1 h')
                        """
                                .formatted(server.url()))
                .run("INSERT INTO alerts VALUES ('shop', TIMESTAMP '2026-01-01 10:00:00'),"
                        + " ('shop', TIMESTAMP '2026-01-01 10:59:59'), ('shop', TIMESTAMP '2026-01-01 11:00:00')");

        assertThat(AlertTable.texts(received)).containsExactly("2026-01-01T10:00:00", "2026-01-01T11:00:00");
    }

    @Test
    void aRefusalFailsTheJobAtOnceWithoutShowingTheAddress() {
        server.faults(Faults.failing(1, 404));
        FlinkSql sql = FlinkSql.streaming().run(AlertTable.slack(server.url() + "/slack?canary=1"));

        Throwable failure = catchThrowable(() -> sql.run("INSERT INTO alerts VALUES ('shop', 'bad', 3)"));

        assertThat(FlinkSql.messages(failure))
                .contains("The webhook of an alert table refused a message: status 404, check the options 'url'")
                .doesNotContain("canary");
        assertThat(server.requests()).isEqualTo(1);
    }

    @Test
    void aRobotsErrorCodeIsARefusal() {
        FlinkSql sql = FlinkSql.streaming()
                .run(AlertTable.create(server.url() + "/dingtalk", "'format' = 'dingtalk', 'text' = 'x'"));

        Throwable failure = catchThrowable(() -> sql.run("INSERT INTO alerts VALUES ('shop', 'bad', 3)"));

        assertThat(FlinkSql.messages(failure)).contains("'errcode' 310000");
    }
}
