package io.millrace.connectors.maxcompute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.flink.table.api.EnvironmentSettings;
import org.apache.flink.table.api.TableEnvironment;
import org.apache.flink.table.api.TableResult;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Jobs with checkpoints and restarts, against a server that is slow, fails, cuts connections, and is killed. */
class KilledServerIT {

    private static final int ROWS = 2_000;
    private static final int KEYS = 300;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final TableEnvironment flink = TableEnvironment.create(EnvironmentSettings.inStreamingMode());

    @TempDir
    private Path data;

    private ServerProcess server;

    @BeforeEach
    void start() throws Exception {
        server = new ServerProcess(data);
        flink.getConfig().set("parallelism.default", "1");
        flink.getConfig().set("execution.checkpointing.interval", "200 ms");
        flink.getConfig().set("restart-strategy.type", "fixed-delay");
        flink.getConfig().set("restart-strategy.fixed-delay.attempts", "1000");
        flink.getConfig().set("restart-strategy.fixed-delay.delay", "100 ms");
    }

    @AfterEach
    void stop() throws Exception {
        server.stop();
    }

    @Test
    void nothingIsMissingInAnAppendTableAndADeltaTableHasEachKeyOnce() throws Exception {
        server.admin().sql("CREATE TABLE a (id BIGINT) PARTITIONED BY (p BIGINT)");
        server.admin()
                .sql("CREATE TABLE d (k BIGINT NOT NULL, id BIGINT, PRIMARY KEY (k))"
                        + " TBLPROPERTIES (\"transactional\"=\"true\")");
        // A service that is away for longer than the retries last makes the job restart.
        Map<String, String> options =
                Map.of("sink.buffer.max-rows", "50", "sink.flush-interval", "100 ms", "sink.max-retries", "4");
        flink.executeSql("CREATE TABLE numbers (id BIGINT) WITH ('connector' = 'datagen',"
                + " 'rows-per-second' = '200', 'fields.id.kind' = 'sequence', 'fields.id.start' = '1',"
                + " 'fields.id.end' = '" + ROWS + "')");
        flink.executeSql("CREATE TABLE a (id BIGINT, p BIGINT) PARTITIONED BY (p)"
                + server.admin().options("a", options));
        flink.executeSql("CREATE TABLE d (k BIGINT, id BIGINT, PRIMARY KEY (k) NOT ENFORCED)"
                + server.admin().options("d", options));
        String faults = "{\"seed\": 11, \"slow-millis\": 5, \"fail\": 0.1, \"lose\": 0.1, \"cut\": 0.05,"
                + " \"cut-after\": 0.05}";
        server.admin().faults(faults);

        TableResult result = flink.createStatementSet()
                .addInsertSql("INSERT INTO a SELECT id, MOD(id, 3) FROM numbers")
                .addInsertSql("INSERT INTO d SELECT MOD(id, " + KEYS + "), MAX(id) FROM numbers GROUP BY MOD(id, "
                        + KEYS + ")")
                .execute();
        for (int kill = 1; kill <= 3; kill++) {
            int seen = server.admin().rows("a").size();
            await().atMost(PATIENCE)
                    .pollInterval(Duration.ofMillis(20))
                    .until(() -> server.admin().rows("a").size() > seen + 100);
            server.kill();
            server.startAfter(Duration.ofMillis(kill * 300L));
            server.admin().faults(faults);
        }
        result.await(PATIENCE.toSeconds(), TimeUnit.SECONDS);

        List<Integer> appended = server.admin().rows("a").stream()
                .map(row -> row.get("id").asInt())
                .toList();
        assertThat(appended.stream().distinct()).hasSize(ROWS);
        assertThat(server.admin().rows("d")).hasSize(KEYS).allSatisfy(row -> assertThat(
                        row.get("id").asInt())
                .isEqualTo(lastOf(row.get("k").asInt())));
    }

    private static int lastOf(int key) {
        int last = ROWS - ROWS % KEYS + key;
        return last > ROWS ? last - KEYS : last;
    }

    /** The server in a process that can be killed, on a port that stays. */
    private static final class ServerProcess {

        private final Path data;
        private final int port;
        private final Warehouse admin;
        private final ScheduledExecutorService delay = Executors.newSingleThreadScheduledExecutor();
        private Process process;

        ServerProcess(Path data) throws Exception {
            this.data = data;
            try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                port = free.getLocalPort();
            }
            admin = new Warehouse("http://127.0.0.1:" + port + "/api");
            launch();
            awaitReady();
        }

        Warehouse admin() {
            return admin;
        }

        void kill() throws InterruptedException {
            process.destroyForcibly().waitFor();
        }

        void startAfter(Duration pause) throws Exception {
            delay.schedule(this::launch, pause.toMillis(), TimeUnit.MILLISECONDS)
                    .get();
            awaitReady();
        }

        private Process launch() throws IOException {
            ProcessBuilder builder = new ProcessBuilder(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-XX:TieredStopAtLevel=1",
                    "-XX:+UseSerialGC",
                    "-cp",
                    System.getProperty("java.class.path"),
                    "io.millrace.sandbox.maxcompute.MaxComputeMain",
                    Integer.toString(port),
                    data.toString(),
                    "shop",
                    "tester");
            builder.environment().put("MILLRACE_MAXCOMPUTE_KEY", Warehouse.KEY);
            builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.appendTo(new File(data + ".log")));
            process = builder.start();
            return process;
        }

        private void awaitReady() {
            await().atMost(PATIENCE).pollInterval(Duration.ofMillis(50)).until(admin::answers);
        }

        void stop() throws InterruptedException {
            delay.shutdownNow();
            kill();
        }
    }
}
