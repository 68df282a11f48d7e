package io.millrace.launcher.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code status} on a cluster of this JVM, and on what is none. */
final class StatusCommandTest {

    private static TestCluster cluster;
    private static String rest;

    @TempDir
    private Path folder;

    @BeforeAll
    static void startTwoJobs() throws Exception {
        cluster = TestCluster.start();
        rest = cluster.address();
        cluster.submit("orders");
        cluster.submit("by-hand");
    }

    @AfterAll
    static void stop() {
        cluster.close();
    }

    @BeforeEach
    void makeProject() throws IOException {
        write(
                "sql/all.sql",
                """
                CREATE TABLE src (id BIGINT) WITH ('connector' = 'datagen');
                """);
        write(
                "sql/out.sql",
                """
                CREATE TABLE dst (id BIGINT) WITH ('connector' = 'blackhole');
                INSERT INTO dst SELECT id FROM src;
                """);
        for (String name : List.of("orders", "refunds")) {
            write(
                    "pipelines/" + name + ".yaml",
                    "pipeline: " + name + "\ningest: [sql/all.sql]\nsink: [sql/out.sql]\n");
        }
        target("{ rest: \"" + rest + "\" }");
    }

    @Test
    void everyPipelineHasItsJobAndOtherJobsFollow() throws Exception {
        Awaitility.await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            JsonNode jobs = json(run("status", "--format", "json"));
            assertThat(jobs).hasSize(3);
            JsonNode orders = jobs.get(0);
            assertThat(orders.path("pipeline").asText()).isEqualTo("orders");
            assertThat(orders.path("state").asText()).isEqualTo("RUNNING");
            assertThat(orders.path("restarts").asInt(-1)).isZero();
            assertThat(orders.path("busy_percent").isNumber()).isTrue();
            assertThat(orders.path("checkpoint").path("id").asInt()).isPositive();
            assertThat(jobs.get(1).path("pipeline").asText()).isEqualTo("refunds");
            assertThat(jobs.get(1).path("job").isNull()).isTrue();
            assertThat(jobs.get(2).path("pipeline").isNull()).isTrue();
            assertThat(jobs.get(2).path("name").asText()).isEqualTo("by-hand");
        });
        CommandRun text = run("status");
        assertThat(text.out().lines())
                .satisfiesExactly(
                        header -> assertThat(header).startsWith("PIPELINE").contains("CHECKPOINT", "BACKPRESSURE"),
                        orders -> assertThat(orders)
                                .startsWith("orders     RUNNING  20")
                                .contains(" s ago, "),
                        refunds -> assertThat(refunds).startsWith("refunds    no job   -"),
                        other -> assertThat(other).startsWith("(by-hand)  RUNNING"));
    }

    @Test
    void aChosenPipelineIsShownAlone() {
        assertThat(run("status", "refunds").out().lines()).hasSize(2);
    }

    @Test
    void aClosedPortIsACodeOfItsOwn() throws IOException {
        int closed;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            closed = socket.getLocalPort();
        }
        target("{ rest: \"http://127.0.0.1:" + closed + "\" }");

        CommandRun run = run("status");

        assertThat(run.exitCode()).isEqualTo(ExitCode.UNREACHABLE);
        assertThat(run.err()).isEqualTo("millrace: the cluster at http://127.0.0.1:" + closed + " cannot be reached\n");
    }

    @Test
    void aClusterThatIsBusyIsAskedAgain() throws IOException {
        List<String> asked = new CopyOnWriteArrayList<>();
        try (Answers server = new Answers(exchange -> {
            asked.add(exchange.getRequestURI().getPath());
            answer(exchange, asked.size() < 3 ? 503 : 200, "{\"jobs\":[]}");
        })) {
            target("{ rest: \"" + server.address() + "\" }");

            assertThat(run("status", "orders").exitCode()).isEqualTo(ExitCode.DONE);
            assertThat(asked).hasSize(3);
        }
    }

    @Test
    void whatIsNoFlinkIsSaid() throws IOException {
        try (Answers server = new Answers(exchange -> answer(exchange, 200, "<html>welcome</html>"))) {
            target("{ rest: \"" + server.address() + "\" }");

            CommandRun run = run("status");

            assertThat(run.exitCode()).isEqualTo(ExitCode.UNREACHABLE);
            assertThat(run.err()).contains("is not Flink's REST interface (status 200)");
        }
    }

    @Test
    void theUserAndTheTokenAreSentAndNeverShown() throws IOException {
        List<String> headers = new CopyOnWriteArrayList<>();
        try (Answers server = new Answers(exchange -> {
            headers.add(exchange.getRequestHeaders().getFirst("Authorization"));
            answer(exchange, 401, "{\"errors\":[\"no\"]}");
        })) {
            write("secrets/pass", "gauntlet\n");
            target("{ rest: \"" + server.address() + "\", user: me, password: \"${secret:pass}\" }\n"
                    + "    secrets: { from: files, directory: secrets }");
            CommandRun basic = run("status");
            target("{ rest: \"" + server.address() + "\", token: \"${secret:pass}\" }\n"
                    + "    secrets: { from: files, directory: secrets }");
            CommandRun bearer = run("status");

            assertThat(headers).containsExactly("Basic bWU6Z2F1bnRsZXQ=", "Bearer gauntlet");
            assertThat(List.of(basic.err(), bearer.err())).allSatisfy(err -> assertThat(err)
                    .isEqualTo("millrace: the cluster at " + server.address()
                            + " refuses the user or token (status 401)\n"));
            assertThat(basic.exitCode()).isEqualTo(ExitCode.UNREACHABLE);
        }
    }

    @Test
    void anEnvironmentWithoutAClusterIsWrongUsage() throws IOException {
        target("embedded");

        CommandRun run = run("status");

        assertThat(run.exitCode()).isEqualTo(ExitCode.WRONG_USAGE);
        assertThat(run.err()).contains("the environment 'cluster' has no cluster");
    }

    @Test
    void variablesAndSecretsThatHaveNoValueAreShownAtTheTarget() throws IOException {
        target("{ rest: \"http://${flink.host}\" }");
        CommandRun variable = run("status");
        target("{ rest: \"" + rest + "\", token: \"${secret:pass}\" }");
        CommandRun secret = run("status");

        assertThat(variable.exitCode()).isEqualTo(ExitCode.INVALID_CATALOG);
        assertThat(variable.err())
                .contains("millrace.yaml:4:21: error[MR401]: the variable 'flink.host' is not defined");
        assertThat(secret.exitCode()).isEqualTo(ExitCode.INVALID_CATALOG);
        assertThat(secret.err()).contains("error[MR404]: the secret 'pass' has no value");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"ftp://flink:1", "http://flink:99999", "http://me:pass@flink:1", "http://flink:1?a=b", "flink"})
    void anAddressThatIsNoneIsShownAtTheTargetAlsoOutOfAVariable(String address) throws IOException {
        target("{ rest: \"${address}\" }\n    variables: { address: \"" + address + "\" }");

        CommandRun run = run("status");

        assertThat(run.exitCode()).isEqualTo(ExitCode.INVALID_CATALOG);
        assertThat(run.err()).contains("millrace.yaml:4:21: error[MR", "this is no address of a REST interface");
    }

    @ParameterizedTest
    @ValueSource(strings = {"gaunt\nlet", "gaunt let", "gauntl\u00e9t", ""})
    void whatIsNoTokenIsRefusedAndNotShown(String token) throws IOException {
        write("secrets/pass", token + "\n");
        target("{ rest: \"" + rest
                + "\", token: \"${secret:pass}\" }\n    secrets: { from: files, directory: secrets }");

        CommandRun run = run("status");

        assertThat(run.exitCode()).isEqualTo(ExitCode.INVALID_CATALOG);
        assertThat(run.err()).contains("the secret 'pass' is no token").doesNotContain("gaunt", "\tat ");
    }

    private void target(String target) throws IOException {
        write("millrace.yaml", "project: shop\nenvironments:\n  cluster:\n    target: " + target + "\n");
    }

    private CommandRun run(String verb, String... arguments) {
        List<String> all = new ArrayList<>(List.of(verb, "-e", "cluster"));
        all.addAll(List.of(arguments));
        return CommandRun.in(folder, all.toArray(String[]::new));
    }

    private static JsonNode json(CommandRun run) throws IOException {
        assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCode.DONE);
        return new ObjectMapper().readTree(run.out());
    }

    private void write(String file, String content) throws IOException {
        Path path = folder.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, content);
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    /** A server that is no cluster. */
    private record Answers(HttpServer server) implements AutoCloseable {

        private interface Handler {
            void handle(HttpExchange exchange) throws IOException;
        }

        Answers(Handler handler) throws IOException {
            this(HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
            server.createContext("/", handler::handle);
            server.start();
        }

        String address() {
            return "http://127.0.0.1:" + server.getAddress().getPort();
        }

        @Override
        public void close() {
            server.stop(0);
        }
    }
}
