package io.millrace.connectors.eas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.millrace.connectors.FlinkSql;
import io.millrace.connectors.SharedCluster;
import io.millrace.sandbox.eas.EasServer;
import io.millrace.sandbox.protocol.Faults;
import io.millrace.sandbox.protocol.ProtocolServer;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EasFaultsIT {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final int ROWS = 400;
    private static final int SUBTASKS = 2;
    private static final String SCORES =
            "SELECT n, score FROM numbers AS p LEFT JOIN risk FOR SYSTEM_TIME AS OF p.t AS m" + " ON p.n = m.age";
    private static final String RETRIES = ", 'retry.initial-delay' = '1 ms', 'retry.max-delay' = '20 ms',"
            + " 'retry.budget' = '1', 'breaker.window' = '0', 'timeout' = '1 min'";

    private ProtocolServer server;

    @BeforeEach
    void start() throws IOException {
        server = EasTable.server();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void everyAnswerIsRightWhenTheServiceIsSlowRefusesAndCuts() {
        server.faults(new Faults(20, 0.2, 503, 0.05, 0.05, 42));

        List<String> rows = session("1000", "'max-in-flight' = '4', 'retry.max-attempts' = '12'" + RETRIES)
                .rows(SCORES);

        assertThat(rows).isEqualTo(right());
        assertThat(server.mostInFlight()).isBetween(2, 4 * SUBTASKS);
    }

    @Test
    void anAnswerIsRightOrNullWhereErrorsGiveNull() {
        server.faults(new Faults(0, 0.3, 500, 0.1, 0, 7));

        List<String> rows = session("1000", "'on-error' = 'null', 'retry.max-attempts' = '1'" + RETRIES)
                .rows(SCORES);

        List<String> right = right();
        List<String> wrong = rows.stream().filter(row -> !right.contains(row)).toList();
        assertThat(rows).hasSize(ROWS);
        assertThat(wrong).hasSizeBetween(ROWS / 4, ROWS / 2).allSatisfy(row -> assertThat(row)
                .endsWith(", null]"));
    }

    @Test
    void anOpenBreakerSparesTheService() {
        server.faults(Faults.failing(1, 503));

        List<String> rows = session(
                        "1000", "'on-error' = 'null', 'retry.initial-delay' = '1 ms', 'breaker.open-time' = '1 h'")
                .rows(SCORES);

        assertThat(rows).hasSize(ROWS).allSatisfy(row -> assertThat(row).endsWith(", null]"));
        // A full window of 20 opens the breaker of each subtask; 16 more may have been on their way.
        assertThat(server.requests()).isLessThanOrEqualTo(SUBTASKS * (20 + 16));
    }

    @Test
    void everyRowIsRightAndThereOnceWhenTheServiceGoesAwayAndTheJobStartsAgain() throws IOException {
        String address = server.url();
        CompletableFuture<List<String>> rows = FlinkSql.inBackground(() ->
                session(address, "50", "'retry.max-attempts' = '2'" + RETRIES).rows(SCORES));

        await().atMost(PATIENCE).until(() -> server.requests() >= ROWS / 4 || rows.isDone());
        assertThat(rows).isNotDone();
        server.close();
        await().atMost(PATIENCE).until(SharedCluster::isRestarting);
        server = EasServer.start(server.port(), "test", Map.of("MILLRACE_EAS_TOKEN", EasTable.TOKEN));

        await().atMost(PATIENCE).until(rows::isDone);
        assertThat(rows.join()).isEqualTo(right());
    }

    private FlinkSql session(String rowsPerSecond, String options) {
        return session(server.url(), rowsPerSecond, options);
    }

    private static FlinkSql session(String address, String rowsPerSecond, String options) {
        return FlinkSql.streaming()
                .restarting()
                .run(
                        """
                        CREATE TABLE numbers (n INT, t AS PROCTIME()) WITH ('connector' = 'datagen',
                          'fields.n.kind' = 'sequence', 'fields.n.start' = '1', 'fields.n.end' = '%d',
                          'rows-per-second' = '%s')
                        """
                                .formatted(ROWS, rowsPerSecond))
                .run(EasTable.create(
                        address,
                        "age INT, score DECIMAL(6, 4), PRIMARY KEY (age) NOT ENFORCED",
                        "'response.score.path' = '/outputs/0/score', " + options));
    }

    private static List<String> right() {
        return IntStream.rangeClosed(1, ROWS)
                .mapToObj(n -> "+I[%d, 0.%02d00]".formatted(n, n % 100))
                .sorted()
                .toList();
    }
}
