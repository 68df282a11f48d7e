package io.millrace.sandbox.verify;

import io.millrace.sandbox.state.SandboxException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads a topic from its beginning to its end, and on each later call what has come since; commits no offsets. */
final class TopicReader implements AutoCloseable {
    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final Duration POLL = Duration.ofMillis(100);

    private final String topic;
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Set<TopicPartition> assigned = new HashSet<>();

    TopicReader(String brokers, String topic) {
        this.topic = topic;
        consumer = new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        brokers,
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                        false,
                        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                        "earliest",
                        ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
                        false,
                        ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                        "read_committed",
                        ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                        (int) TIMEOUT.toMillis()),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
    }

    /**
     * Hands on what has come; a topic that does not exist yet has nothing.
     *
     * @throws SandboxException when Kafka does not answer
     */
    void read(Consumer<TopicMessage> target) {
        try {
            assign();
            Map<TopicPartition, Long> ends = consumer.endOffsets(assigned);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                for (ConsumerRecord<byte[], byte[]> found : consumer.poll(POLL)) {
                    target.accept(new TopicMessage(
                            found.partition(), found.offset(), found.timestamp(), found.key(), found.value()));
                }
            }
        } catch (KafkaException e) {
            throw SandboxException.unreachable(
                    "Kafka failed on topic " + topic + ": " + e.getMessage() + "; look at `sandbox status`", e);
        }
    }

    @Override
    public void close() {
        consumer.close(Duration.ofSeconds(1));
    }

    private void assign() {
        List<PartitionInfo> partitions = consumer.listTopics().getOrDefault(topic, List.of());
        boolean grown = false;
        for (PartitionInfo partition : partitions) {
            grown |= assigned.add(new TopicPartition(topic, partition.partition()));
        }
        if (grown) {
            consumer.assign(assigned);
        }
    }
}
