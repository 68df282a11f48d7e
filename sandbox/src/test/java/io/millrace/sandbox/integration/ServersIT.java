package io.millrace.sandbox.integration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.sandbox.state.PropertiesFile;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** All four servers, each asked through its own protocol. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ServersIT {

    private Path work;
    private PackagedSandbox sandbox;

    @BeforeAll
    void up(@TempDir Path folder) throws Exception {
        work = folder;
        sandbox = new PackagedSandbox(work);
        sandbox.file(
                "shop.sql",
                """
                -- the shop; all of it
                CREATE DATABASE shop;
                USE shop;
                CREATE TABLE orders (id BIGINT PRIMARY KEY, note VARCHAR(40), at TIMESTAMP NOT NULL);
                INSERT INTO orders VALUES (1, 'a;b', '2026-01-01 00:00:00');
                """);
        sandbox.file("reports.sql", "CREATE TABLE report (id int PRIMARY KEY, note text);");
        sandbox.file("top.json", "{\"properties\":{\"name\":{\"type\":\"keyword\"}}}");

        PackagedSandbox.Run run = upAgain();

        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out()).contains("mysql", "kafka", "postgres", "elasticsearch");
    }

    @AfterAll
    void down() throws Exception {
        sandbox.run("down", "--wipe");
    }

    @Test
    void mysqlHoldsWhatItsScriptSaysInUtc() throws Exception {
        assertThat(PackagedSandbox.query(sandbox.mysql("user"), "SELECT note FROM shop.orders WHERE id = 1"))
                .isEqualTo("a;b");
        assertThat(PackagedSandbox.query(sandbox.mysql("user"), "SELECT @@global.time_zone"))
                .isEqualTo("+00:00");
    }

    @Test
    void mysqlsReaderSeesTheChangeLogAndWritesNothing() throws Exception {
        assertThat(PackagedSandbox.query(sandbox.mysql("user"), "SELECT @@global.binlog_format"))
                .isEqualTo("ROW");
        assertThat(PackagedSandbox.query(sandbox.mysql("user"), "SHOW MASTER STATUS"))
                .startsWith("binlog.");
        assertThatThrownBy(() -> PackagedSandbox.execute(sandbox.mysql("user"), "DELETE FROM shop.orders"))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("denied");
    }

    @Test
    void mysqlHasNoUserWithoutAPassword() {
        assertThatThrownBy(() -> java.sql.DriverManager.getConnection(
                                "jdbc:mysql://127.0.0.1:" + sandbox.property("mysql.port") + "/?sslMode=DISABLED",
                                "root",
                                "")
                        .close())
                .isInstanceOf(SQLException.class);
    }

    @Test
    void kafkaHasTheTopicsAsAskedAndMakesNoOthers() throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", sandbox.property("kafka.brokers")))) {
            var topic = admin.describeTopics(List.of("orders"))
                    .allTopicNames()
                    .get()
                    .get("orders");
            ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, "orders");
            var config = admin.describeConfigs(List.of(resource)).all().get().get(resource);

            assertThat(topic.partitions()).hasSize(2);
            assertThat(config.get("cleanup.policy").value()).isEqualTo("compact");
            assertThatThrownBy(() -> admin.describeTopics(List.of("other"))
                            .allTopicNames()
                            .get())
                    .hasCauseInstanceOf(UnknownTopicOrPartitionException.class);
        }
    }

    @Test
    void kafkaTakesAndGivesRecordsForThePassword() throws Exception {
        Map<String, Object> config = sandbox.sasl(sandbox.property("secret.kafka.password"));
        try (KafkaProducer<String, String> producer =
                new KafkaProducer<>(config, new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>("clicks", "key", "value")).get(30, TimeUnit.SECONDS);
        }
        try (KafkaConsumer<String, String> consumer =
                new KafkaConsumer<>(config, new StringDeserializer(), new StringDeserializer())) {
            TopicPartition partition = new TopicPartition("clicks", 0);
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            assertThat(consumer.poll(Duration.ofSeconds(20))).first().satisfies(record -> assertThat(record.value())
                    .isEqualTo("value"));
        }
    }

    @Test
    void kafkaRefusesAnotherPassword() throws Exception {
        try (Admin admin = Admin.create(sandbox.sasl("wrong"))) {
            assertThatThrownBy(() -> admin.listTopics().names().get())
                    .isInstanceOf(ExecutionException.class)
                    .hasCauseInstanceOf(SaslAuthenticationException.class);
        }
    }

    @Test
    void postgresHoldsWhatItsScriptSaysAndDecodesChanges() throws Exception {
        PackagedSandbox.execute(sandbox.postgres(), "INSERT INTO report VALUES (1, 'x') ON CONFLICT DO NOTHING");

        assertThat(PackagedSandbox.query(sandbox.postgres(), "SELECT note FROM report"))
                .isEqualTo("x");
        assertThat(PackagedSandbox.query(sandbox.postgres(), "SHOW wal_level")).isEqualTo("logical");
        assertThat(PackagedSandbox.query(
                        sandbox.postgres(),
                        "SELECT slot_name FROM pg_create_logical_replication_slot('changes', 'pgoutput', true)"))
                .isEqualTo("changes");
    }

    @Test
    void elasticsearchHasTheIndexWithItsMapping() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(sandbox.property("elasticsearch.url") + "/top_products/_mapping"))
                .build();

        assertThat(HttpClient.newHttpClient()
                        .send(request, BodyHandlers.ofString())
                        .body())
                .contains("\"name\":{\"type\":\"keyword\"}");
    }

    @Test
    void theFileForClientsIsForItsOwnerAlone() throws IOException {
        assertThat(PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(sandbox.folder().sandboxProperties())))
                .isEqualTo("rw-------");
    }

    @Test
    void noPasswordIsInTheProcessListOrInALog() throws IOException {
        List<String> secrets =
                PropertiesFile.read(sandbox.folder().sandboxProperties()).orElseThrow().entrySet().stream()
                        .filter(property -> property.getKey().startsWith("secret."))
                        .map(Map.Entry::getValue)
                        .distinct()
                        .toList();
        assertThat(secrets).hasSize(4);

        for (var process : sandbox.processes()) {
            assertThat(Files.readString(Path.of("/proc/" + process.pid() + "/cmdline")))
                    .doesNotContain(secrets);
        }
        try (var logs = Files.list(sandbox.folder().logs())) {
            for (Path log : logs.toList()) {
                assertThat(Files.readString(log, StandardCharsets.ISO_8859_1)).doesNotContain(secrets);
            }
        }
    }

    @Test
    void aSecondUpDoesNothingAndSaysSo() throws Exception {
        List<Long> before = pids();

        PackagedSandbox.Run run = upAgain();

        assertThat(run.code()).isZero();
        assertThat(run.err().strip()).isEqualTo("nothing to start: everything is up");
        assertThat(pids()).isEqualTo(before);
    }

    @Test
    void anUpWithMoreAddsIt() throws Exception {
        sandbox.file(
                "reports.sql", "CREATE TABLE report (id int PRIMARY KEY, note text);\nCREATE TABLE more (id int);");
        PackagedSandbox.Run run = sandbox.run(
                "up",
                "--server=kafka",
                "--server=postgres",
                "--topic=later:3",
                "--postgres-script=" + work.resolve("reports.sql"));

        assertThat(run.code()).as(run.err()).isZero();
        assertThat(PackagedSandbox.query(sandbox.postgres(), "SELECT count(*) FROM more"))
                .isEqualTo("0");
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", sandbox.property("kafka.brokers")))) {
            assertThat(admin.listTopics().names().get()).contains("orders", "clicks", "later");
        }
    }

    @Test
    void aScriptThatIsRefusedNamesItsLineAndGoesOnThere() throws Exception {
        Path script = sandbox.file("bad.sql", "CREATE DATABASE bad;\n\nCREATE TABLE bad.x (id INTEGERR);");
        String option = "--mysql-script=" + script;

        PackagedSandbox.Run refused = sandbox.run("up", "--server=mysql", option);
        sandbox.file("bad.sql", "CREATE DATABASE bad;\n\nCREATE TABLE bad.x (id INTEGER);");
        PackagedSandbox.Run mended = sandbox.run("up", "--server=mysql", option);

        assertThat(refused.code()).isEqualTo(2);
        assertThat(refused.err()).contains(script + ":3: ").contains("INTEGERR");
        assertThat(mended.code()).as(mended.err()).isZero();
        assertThat(PackagedSandbox.query(sandbox.mysql("user"), "SELECT count(*) FROM bad.x"))
                .isEqualTo("0");
    }

    @Test
    void aServerThatDiesIsShownAndComesBack() throws Exception {
        sandbox.supervisor().servers().get("postgres").find().orElseThrow().destroyForcibly();

        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> sandbox.run("status").out().matches("(?s).*postgres +dead.*"));
        assertThat(sandbox.property("postgres.url")).isNull();
        PackagedSandbox.Run run = sandbox.run("up", "--server=postgres");

        assertThat(run.code()).as(run.err()).isZero();
        assertThat(PackagedSandbox.query(sandbox.postgres(), "SELECT 1")).isEqualTo("1");
    }

    private PackagedSandbox.Run upAgain() throws Exception {
        return sandbox.run(
                "up",
                "--server=mysql",
                "--server=kafka",
                "--server=postgres",
                "--server=elasticsearch",
                "--mysql-script=" + work.resolve("shop.sql"),
                "--postgres-script=" + work.resolve("reports.sql"),
                "--topic=orders:2:compact",
                "--topic=clicks:1",
                "--index=top_products=" + work.resolve("top.json"));
    }

    private List<Long> pids() {
        return sandbox.supervisor().servers().values().stream()
                .map(io.millrace.sandbox.state.ProcessIdentity::pid)
                .sorted()
                .toList();
    }
}
