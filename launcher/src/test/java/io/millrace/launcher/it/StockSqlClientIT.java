package io.millrace.launcher.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Flink's own SQL Client plans what {@code print} gives, with only the jars that the manual names, and takes functions and
 * connectors from one jar each.
 */
final class StockSqlClientIT {

    private static final Path PAGE = PackagedCli.REPOSITORY.resolve("docs/sql-client.md");

    /** One function for each library that travels in the jar of functions, and one aggregate for each kind of state. */
    private static final String QUERIES =
            """
            SET 'execution.runtime-mode' = 'batch';
            SET 'sql-client.execution.result-mode' = 'tableau';
            SELECT mask_email(v), grok('%{WORD:name}@', v)['name'], user_agent(v).browser, json_flatten('{"a":1}')['a'],
                xxhash64(v) IS NULL, matches_rule('a > 1', MAP['a', '2'])
              FROM (VALUES ('jane@example.com')) AS t (v);
            SELECT hll_count_distinct(n), quantile(n, 0.5), arg_max(n, n), percentile(n, 0.5), top_k_frequent(n, 1)[1].item
              FROM (VALUES (1), (2), (3), (3)) AS t (n);
            """;

    private static final String PLANS =
            """
            CREATE TABLE archive (id INT, name STRING) WITH ('connector' = 'maxcompute',
              'endpoint' = 'http://127.0.0.1:1/api', 'project' = 'shop', 'table' = 'archive',
              'access-id' = 'id', 'access-key' = 'key');
            EXPLAIN INSERT INTO archive SELECT 1, 'pen';
            CREATE TABLE scored (name STRING, score DOUBLE, PRIMARY KEY (name) NOT ENFORCED) WITH ('connector' = 'pai-eas',
              'endpoint' = 'http://127.0.0.1:1', 'service' = 'risk', 'token' = 'token');
            CREATE TABLE names (name STRING, asked AS PROCTIME()) WITH ('connector' = 'datagen');
            EXPLAIN SELECT s.score FROM names AS n
              JOIN scored FOR SYSTEM_TIME AS OF n.asked AS s ON s.name = n.name;
            """;

    private static Path client;

    @TempDir
    private Path folder;

    @BeforeAll
    static void fetchTheStockClient(@TempDir Path libraries) {
        new PackagedCli(PackagedCli.REPOSITORY)
                .shell("./mvnw -B -q -ntp -f launcher/src/it/stock-sql-client/pom.xml -Dflink.version="
                        + System.getProperty("flink.version") + " -Dlog4j.version="
                        + System.getProperty("log4j.version")
                        + " org.apache.maven.plugins:maven-dependency-plugin:copy-dependencies"
                        + " -DoutputDirectory='" + libraries + "'")
                .succeeded();
        client = libraries;
    }

    @BeforeEach
    void configureIt() throws IOException {
        Path conf = Files.createDirectory(folder.resolve("conf"));
        Files.writeString(conf.resolve("config.yaml"), "execution.target: local\n");
    }

    @Test
    void theStockClientPlansWhatPrintGives() throws IOException {
        Path jars = Files.createDirectory(folder.resolve("jars"));
        for (String jar : namedJars()) {
            Path source = jar.startsWith("millrace-udf")
                    ? PackagedCli.REPOSITORY.resolve("udf/target").resolve(jar)
                    : PackagedCli.DISTRIBUTION.resolve("lib").resolve(jar);
            Files.copy(source, jars.resolve(jar));
        }
        PackagedCli cli = new PackagedCli(ExampleProject.copyTo(folder.resolve("shop")));
        for (String pipeline : List.of("top-products", "orders-per-minute", "order-etl")) {
            String sql = cli.run("print", pipeline, "--explain").succeeded().out();
            Files.writeString(folder.resolve("text.sql"), sql);
            String output = runScript("jars/*");
            assertThat(output)
                    .contains("== Optimized Execution Plan ==", "Sink(table=")
                    .doesNotContain("[ERROR]");
        }
    }

    @Test
    void theStockClientTakesAllFunctionsFromOneJar() throws IOException {
        Files.writeString(
                folder.resolve("text.sql"),
                "ADD JAR '" + jar("udf") + "';\nLOAD MODULE millrace;\nSHOW FUNCTIONS;\n" + QUERIES);

        String output = runScript("none");

        assertThat(output).doesNotContain("[ERROR]");
        assertThat(output.lines().filter(line -> line.startsWith("|")).map(line -> line.replaceAll("[| ]", "")))
                .containsAll(documentedFunctions());
        assertThat(output)
                .containsPattern("j\\*\\*\\*@example.com *\\| *jane *\\| *<NULL> *\\| *1 *\\| *FALSE *\\| *TRUE");
        assertThat(output).containsPattern("\\| *3 *\\| *2\\.0 *\\| *3 *\\| *2\\.5 *\\| *3 *\\|");
    }

    @Test
    void theStockClientWritesThroughAConnectorFromOneJar() throws Exception {
        List<String> bodies = new CopyOnWriteArrayList<>();
        HttpServer receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        receiver.createContext("/", exchange -> {
            bodies.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        receiver.start();
        try {
            Files.writeString(
                    folder.resolve("text.sql"),
                    "ADD JAR '" + jar("connectors") + "';\n"
                            + "SET 'table.dml-sync' = 'true';\n"
                            + "CREATE TABLE alerts (service STRING, errors INT, PRIMARY KEY (service) NOT ENFORCED)"
                            + " WITH ('connector' = 'alert', 'format' = 'json', 'url' = 'http://127.0.0.1:"
                            + receiver.getAddress().getPort() + "/hook');\n"
                            + "INSERT INTO alerts VALUES ('checkout', 7);\n");

            // Not its output: a job may be over, and the cluster in the client with it, before the client asks how it
            // ended.
            runScript("none");
        } finally {
            receiver.stop(0);
        }
        assertThat(bodies).singleElement().asString().contains("\"checkout\"", "7");
    }

    @Test
    void theStockClientPlansWithEveryConnectorOfThatJar() throws IOException {
        Files.writeString(folder.resolve("text.sql"), "ADD JAR '" + jar("connectors") + "';\n" + PLANS);

        assertThat(runScript("none"))
                .contains("Sink(table=[default_catalog.default_database.archive]", "LookupJoin(table=", ".scored]")
                .doesNotContain("[ERROR]");
    }

    private String runScript(String jars) {
        return new PackagedCli(folder)
                .shell("FLINK_CONF_DIR=conf exec java -Dlog4j2.level=off -cp '" + client + "/*:" + jars + "'"
                        + " org.apache.flink.table.client.SqlClient -f text.sql")
                .succeeded()
                .out();
    }

    private static Path jar(String module) {
        return PackagedCli.REPOSITORY.resolve(module + "/target/millrace-" + module + ".jar");
    }

    private static List<String> documentedFunctions() throws IOException {
        try (Stream<Path> pages = Files.list(PackagedCli.REPOSITORY.resolve("docs/functions"))) {
            return pages.map(page -> page.getFileName().toString().replace(".md", ""))
                    .filter(name -> !name.equals("README"))
                    .toList();
        }
    }

    private static List<String> namedJars() throws IOException {
        Matcher matcher =
                Pattern.compile("^- `([a-z0-9._-]+\\.jar)`", Pattern.MULTILINE).matcher(Files.readString(PAGE));
        List<String> jars = matcher.results().map(result -> result.group(1)).toList();
        assertThat(jars).isNotEmpty();
        return jars;
    }
}
