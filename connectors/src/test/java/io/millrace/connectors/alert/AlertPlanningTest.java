package io.millrace.connectors.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.millrace.connectors.FlinkSql;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AlertPlanningTest {

    private static final String INSERT = "INSERT INTO alerts VALUES ('shop', 'bad', 3)";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    'format' = 'teams', 'text' = 'x'                                 | Could not parse value 'teams' for key 'format'
                    'text' = 'x'                                                     | Missing required options are
                    'format' = 'slack'                                               | Option 'text' of connector 'alert' is required with 'format' = 'slack'
                    'format' = 'slack', 'text' = '{service} {host}'                  | Option 'text' of connector 'alert' has no column between '{' and '}': there are [service, status, errors]
                    'format' = 'slack', 'text' = 'a } b'                             | has a '}' without a '{'
                    'format' = 'slack', 'text' = 'x', 'text.recovered' = '{x'        | Option 'text.recovered' of connector 'alert' has no column
                    'format' = 'slack', 'text' = 'x', 'dingtalk.secret' = 's'        | Option 'dingtalk.secret' of connector 'alert' must be left out unless 'format' = 'dingtalk'
                    'format' = 'json', 'text' = 'x'                                  | Option 'text' of connector 'alert' must be left out with 'format' = 'json'
                    'format' = 'json', 'json.action-field' = 'status'                | Option 'json.action-field' of connector 'alert' is 'status', which is a column
                    'format' = 'pagerduty', 'text' = 'x'                             | Option 'pagerduty.routing-key' of connector 'alert' is required
                    'format' = 'json', 'time-column' = 'errors'                      | Option 'time-column' of connector 'alert' must be a column of type TIMESTAMP
                    'format' = 'json', 'status-column' = 'errors'                    | Option 'status-column' of connector 'alert' must be a column of a character string
                    'format' = 'json', 'status.recovered' = 'well'                   | Option 'status.recovered' of connector 'alert' must be left out
                    'format' = 'json', 'rate-limit.per-minute' = '0'                 | Option 'rate-limit.per-minute' of connector 'alert' must be at least 1
                    'format' = 'json', 'retry.max-attempts' = '0'                    | Option 'retry.max-attempts' of connector 'alert' must be at least 1
                    'format' = 'json', 'periode' = '1 h'                             | Unsupported options found for 'alert'
                    """)
    void wrongOptionsAreRefusedWhilePlanning(String options, String message) {
        assertThat(failure(AlertTable.create("http://127.0.0.1:1/hook", options)))
                .contains(message);
    }

    @Test
    void anUnknownSeverityIsRefused() {
        assertThat(failure(AlertTable.create(
                        "http://127.0.0.1:1",
                        "'format' = 'pagerduty', 'text' = 'x', 'pagerduty.severity' = 'bad', 'pagerduty.routing-key' = '"
                                + AlertTable.ROUTING_KEY + "'")))
                .contains(
                        "Option 'pagerduty.severity' of connector 'alert' must be 'critical', 'error', 'warning', 'info'");
    }

    @Test
    void anAddressThatIsNoneIsRefusedWithoutShowingIt() {
        Throwable refused = catchThrowable(() -> FlinkSql.streaming()
                .run(AlertTable.create("hooks.example/canary", "'format' = 'json'"))
                .explain(INSERT));

        assertThat(rootCause(refused).getMessage())
                .startsWith("Option 'url' of connector 'alert' is not an address")
                .doesNotContain("canary");
    }

    @Test
    void aTableWithoutAPrimaryKeyIsRefused() {
        assertThat(failure(
                        "CREATE TABLE alerts (a STRING, b STRING, c INT) WITH ('connector' = 'alert', 'format' = 'json',"
                                + " 'url' = 'http://127.0.0.1:1')"))
                .contains("A table of connector 'alert' needs a PRIMARY KEY");
    }

    @Test
    void aTypeWithoutJsonIsRefusedWithItsColumn() {
        assertThat(failure(
                        "CREATE TABLE alerts (a STRING, b STRING, c MULTISET<INT>, PRIMARY KEY (a) NOT ENFORCED) WITH"
                                + " ('connector' = 'alert', 'format' = 'json', 'url' = 'http://127.0.0.1:1')"))
                .contains("Connector 'alert' cannot convert column 'c' of type MULTISET<INT>");
    }

    @Test
    void thePlanShowsNoSecrets() {
        String plan = FlinkSql.streaming()
                .run(
                        AlertTable.create(
                                "http://127.0.0.1:1/canary",
                                "'format' = 'dingtalk', 'text' = 'x', 'dingtalk.secret' = 'canary', 'authorization' = 'canary'"))
                .explain(INSERT);

        assertThat(plan).contains("alerts").doesNotContain("canary");
    }

    private static String failure(String table) {
        FlinkSql sql = FlinkSql.streaming().run(table);
        return FlinkSql.messages(catchThrowable(() -> sql.explain(INSERT)));
    }

    private static Throwable rootCause(Throwable error) {
        return error.getCause() == null ? error : rootCause(error.getCause());
    }
}
