package io.millrace.launcher.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What devices send that is no reading: kept in a real topic while the job goes on, and written to its own topic again. */
final class DeadLettersIT {

    private static final String CUT = "{\"device_id\":\"belt-7\",\"metric\":";
    private static final String NAMELESS =
            "{\"device_id\":null,\"metric\":\"speed\",\"reading\":1.5,\"reading_time\":\"2026-01-01T08:00:00Z\"}";

    private final ObjectMapper json = new ObjectMapper();

    @TempDir
    private Path folder;

    @Test
    void brokenMessagesAreKeptWithReasonAndPlaceAndCanBeReplayed() throws Exception {
        Path project = ExampleProject.copyTo(folder);
        PackagedCli cli = new PackagedCli(project);
        LocalSandbox sandbox = new LocalSandbox(cli, "sensor-anomaly");
        AutoCloseable processes = cli::endAll;
        try (sandbox;
                processes) {
            String brokers = brokers(project);
            send(brokers, CUT, NAMELESS);
            Process run = cli.start(folder.resolve("run.out"), "run", "sensor-anomaly");
            await().atMost(Duration.ofMinutes(2))
                    .untilAsserted(() -> assertThat(letters(brokers)).hasSize(2));

            JsonNode cut = letters(brokers).get(0);
            assertThat(cut.path("row_data").asText()).isEqualTo(CUT);
            assertThat(cut.path("reason").asText()).startsWith("can be parsed; ");
            assertThat(position(cut)).isEqualTo("{\"offset\":0,\"shard\":0}");
            assertThat(cut.path("failed_at").asText()).isNotEmpty();
            JsonNode nameless = letters(brokers).get(1);
            assertNameless(nameless);
            assertThat(position(nameless)).isEqualTo("{\"offset\":1,\"shard\":0}");

            cli.run("sql", "sensor-anomaly", "-f", "sql/replay/device_readings.sql")
                    .succeeded();
            await().atMost(Duration.ofMinutes(1))
                    .untilAsserted(() -> assertThat(letters(brokers)).hasSize(3));
            JsonNode again = letters(brokers).get(2);
            assertNameless(again);
            assertThat(position(again)).isNotEqualTo(position(nameless));
            assertThat(run.isAlive()).isTrue();
        }
    }

    private static String position(JsonNode letter) {
        return letter.path("source_position").asText();
    }

    private static void assertNameless(JsonNode letter) {
        assertThat(letter.path("row_data").asText()).isEqualTo(NAMELESS);
        assertThat(letter.path("reason").asText()).isEqualTo("has a device");
        assertThat(letter.path("pipeline").asText()).isEqualTo("sensor-anomaly");
    }

    private static String brokers(Path project) throws IOException {
        Properties servers = new Properties();
        try (Reader reader = Files.newBufferedReader(project.resolve(".millrace/sandbox/sandbox.properties"))) {
            servers.load(reader);
        }
        return servers.getProperty("kafka.brokers");
    }

    private static void send(String brokers, String... messages) throws Exception {
        try (KafkaProducer<String, String> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", brokers), new StringSerializer(), new StringSerializer())) {
            for (String message : messages) {
                producer.send(new ProducerRecord<>("shop.device_readings", 0, null, message))
                        .get();
            }
        }
    }

    private List<JsonNode> letters(String brokers) throws IOException {
        List<JsonNode> letters = new ArrayList<>();
        TopicPartition topic = new TopicPartition("dead_letters", 0);
        try (KafkaConsumer<String, String> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", brokers), new StringDeserializer(), new StringDeserializer())) {
            consumer.assign(List.of(topic));
            consumer.seekToBeginning(List.of(topic));
            long end = consumer.endOffsets(List.of(topic)).get(topic);
            while (consumer.position(topic) < end) {
                for (ConsumerRecord<String, String> letter : consumer.poll(Duration.ofSeconds(1))) {
                    letters.add(json.readTree(letter.value()));
                }
            }
        }
        return letters;
    }
}
