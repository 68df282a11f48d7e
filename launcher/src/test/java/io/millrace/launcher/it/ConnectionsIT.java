package io.millrace.launcher.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The files that reach SLS, DataHub and Hologres, on a Kafka that wants a password and on PostgreSQL. */
final class ConnectionsIT {

    private static final String DESCRIPTOR =
            """
            pipeline: activity
            ingest:
              - sql/ingest/service_logs.sql
              - sql/ingest/device_readings.sql
            sink:
              - sql/sink/activity.sql
              - sql/sink/activity_all.sql
            """;

    private static final String INSERT =
            """
            INSERT INTO activity
            SELECT kind, name, COUNT(*), MAX(CAST(at_time AS TIMESTAMP(3)))
            FROM (
              SELECT 'service' AS kind, service AS name, received AS at_time FROM service_logs
              UNION ALL
              SELECT 'device', device_id, reading_time FROM device_readings
            )
            GROUP BY kind, name;
            """;

    @TempDir
    private Path folder;

    @Test
    void rowsComeThroughTheEndpointsOfSlsAndDataHubAndUpdateHologres() throws Exception {
        Path project = ExampleProject.copyTo(folder);
        Files.createDirectories(project.resolve("pipelines/operations"));
        Files.writeString(project.resolve("pipelines/operations/activity.yaml"), DESCRIPTOR);
        Files.writeString(project.resolve("sql/sink/activity_all.sql"), INSERT);
        PackagedCli cli = new PackagedCli(project);
        LocalSandbox sandbox = new LocalSandbox(cli, "activity");
        AutoCloseable processes = cli::endAll;
        try (sandbox;
                processes) {
            Properties servers = servers(project);
            send(servers, "service-logs", Map.of("service", "checkout", "host", "web-1", "line", "started"), 0);
            send(servers, "service-logs", Map.of("service", "checkout", "host", "web-2", "line", "started"), 5_000);
            send(servers, "shop.device_readings", reading("2026-01-01T08:00:00Z"), 0);

            cli.start(folder.resolve("run.out"), "run", "activity");
            await().atMost(Duration.ofMinutes(2)).untilAsserted(() -> assertThat(rows(servers))
                    .containsExactly("device belt-7 1 2026-01-01 08:00:00", "service checkout 2 1970-01-01 00:00:05"));

            send(servers, "shop.device_readings", reading("2026-01-01T08:00:01Z"), 0);
            await().atMost(Duration.ofMinutes(1))
                    .untilAsserted(() -> assertThat(rows(servers)).contains("device belt-7 2 2026-01-01 08:00:01"));
        }
    }

    private static Map<String, String> reading(String time) {
        return Map.of("device_id", "belt-7", "metric", "speed", "reading", "1.5", "reading_time", time);
    }

    private static Properties servers(Path project) throws IOException {
        Properties servers = new Properties();
        try (Reader reader = Files.newBufferedReader(project.resolve(".millrace/sandbox/sandbox.properties"))) {
            servers.load(reader);
        }
        return servers;
    }

    /** Sends one JSON object with the user and the password that SLS's variables give. */
    private static void send(Properties servers, String topic, Map<String, String> fields, long timestamp)
            throws Exception {
        Map<String, Object> config = Map.of(
                "bootstrap.servers",
                servers.getProperty("sls.brokers"),
                "security.protocol",
                servers.getProperty("sls.protocol"),
                "sasl.mechanism",
                "PLAIN",
                "sasl.jaas.config",
                "org.apache.kafka.common.security.plain.PlainLoginModule required username=\""
                        + servers.getProperty("sls.project") + "\" password=\""
                        + servers.getProperty("secret.sls.key") + "\";");
        List<String> members = new ArrayList<>();
        fields.forEach((name, value) -> members.add('"' + name + "\":\"" + value + '"'));
        String json = "{" + String.join(",", members) + "}";
        try (KafkaProducer<String, String> producer =
                new KafkaProducer<>(config, new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>(topic, null, timestamp, null, json))
                    .get();
        }
    }

    private static List<String> rows(Properties servers) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection(
                        servers.getProperty("hologres.url"),
                        servers.getProperty("hologres.user"),
                        servers.getProperty("secret.hologres.password"));
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(
                        "SELECT kind || ' ' || name || ' ' || messages || ' ' || latest FROM activity ORDER BY 1")) {
            while (result.next()) {
                rows.add(result.getString(1));
            }
        }
        return rows;
    }
}
