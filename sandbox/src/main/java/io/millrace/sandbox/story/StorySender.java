package io.millrace.sandbox.story;

import io.millrace.sandbox.state.SandboxException;
import io.millrace.sandbox.story.Happening.Change;
import io.millrace.sandbox.story.Happening.Message;
import io.millrace.sandbox.traffic.SandboxConnections;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Writes what happens to Kafka and MySQL; opens only what a tale needs. */
final class StorySender implements AutoCloseable {

    private static final int TIMEOUT_MILLIS = 20_000;

    private final SandboxConnections servers;
    private KafkaProducer<byte[], byte[]> producer;
    private Connection mysql;
    private volatile Exception failure;

    StorySender(SandboxConnections servers) {
        this.servers = servers;
    }

    /** Hands a record to Kafka; {@link #flush} waits until it is written. */
    void send(Message message) {
        if (producer == null) {
            producer = producer(servers.kafkaBrokers());
        }
        ProducerRecord<byte[], byte[]> sent = new ProducerRecord<>(
                message.topic(),
                message.partition(),
                message.time().toEpochMilli(),
                bytes(message.key()),
                bytes(message.value()));
        try {
            Future<RecordMetadata> unused =
                    producer.send(sent, (written, error) -> failure = error == null ? failure : error);
        } catch (RuntimeException e) {
            throw failed(e);
        }
    }

    /** Runs a statement and commits it, after all records before it were written. */
    void send(Change change) {
        flush();
        try {
            if (mysql == null) {
                mysql = servers.mysql();
            }
            try (PreparedStatement statement = mysql.prepareStatement(change.sql())) {
                for (int i = 0; i < change.parameters().size(); i++) {
                    statement.setObject(i + 1, change.parameters().get(i));
                }
                statement.executeUpdate();
            }
            mysql.commit();
        } catch (SQLException e) {
            throw SandboxConnections.failure("MySQL", e);
        }
    }

    /**
     * Waits until all records are written.
     *
     * @throws SandboxException when one could not be
     */
    void flush() {
        if (producer == null) {
            return;
        }
        producer.flush();
        if (failure != null) {
            throw failed(failure);
        }
    }

    @Override
    public void close() {
        if (producer != null) {
            producer.close(Duration.ofSeconds(2));
        }
        if (mysql != null) {
            try {
                mysql.close();
            } catch (SQLException e) {
                throw SandboxConnections.failure("MySQL", e);
            }
        }
    }

    private static SandboxException failed(Exception cause) {
        return SandboxException.unreachable(
                "Kafka does not take the messages: " + cause.getMessage()
                        + "; look at `sandbox status`, and whether millrace.yaml names the topic",
                cause);
    }

    private static byte[] bytes(String text) {
        return text == null ? null : text.getBytes(StandardCharsets.UTF_8);
    }

    private static KafkaProducer<byte[], byte[]> producer(String brokers) {
        return new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        brokers,
                        ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
                        true,
                        ProducerConfig.MAX_BLOCK_MS_CONFIG,
                        TIMEOUT_MILLIS,
                        ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                        TIMEOUT_MILLIS,
                        ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
                        TIMEOUT_MILLIS / 2),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }
}
