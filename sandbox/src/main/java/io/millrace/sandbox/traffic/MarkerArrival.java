package io.millrace.sandbox.traffic;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.millrace.sandbox.state.SandboxException;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Watches topic orders for a run's opening rows. Once every partition has one of them, order-etl has read the newest
 * part of the table, so all later rows reach it as changes, which keep their order.
 */
final class MarkerArrival implements AutoCloseable {
    private static final String TOPIC = "orders";
    private static final Duration POLL = Duration.ofMillis(200);
    private static final int API_TIMEOUT_MILLIS = 10_000;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Set<Integer> awaited;

    /**
     * Starts to watch at the topic's present end.
     *
     * @throws SandboxException when Kafka does not answer or has no such topic
     */
    MarkerArrival(String brokers) {
        consumer = new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        brokers,
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                        false,
                        ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
                        false,
                        ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                        API_TIMEOUT_MILLIS),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
        try {
            List<TopicPartition> partitions = consumer.listTopics().getOrDefault(TOPIC, List.of()).stream()
                    .map(info -> new TopicPartition(TOPIC, info.partition()))
                    .toList();
            if (partitions.isEmpty()) {
                throw SandboxException.unreachable("Kafka has no topic " + TOPIC + ": start the sandbox with it");
            }
            consumer.assign(partitions);
            consumer.seekToEnd(partitions);
            // Seeking is lazy: the end is looked up, before the opening rows are sent, only when a position is asked
            // for.
            partitions.forEach(consumer::position);
            awaited = partitions.stream().map(TopicPartition::partition).collect(Collectors.toSet());
        } catch (KafkaException | SandboxException e) {
            consumer.close(Duration.ZERO);
            throw failure(e);
        }
    }

    /**
     * Waits until every partition has a row of this run, the first of which is order {@code firstId}; less when asked
     * to stop.
     *
     * @throws SandboxException when that takes longer than {@code patience}
     */
    void await(long firstId, Duration patience, StopSignal stop) {
        long deadline = System.nanoTime() + patience.toNanos();
        try {
            while (!awaited.isEmpty() && !stop.isRequested()) {
                if (System.nanoTime() - deadline >= 0) {
                    throw SandboxException.unreachable("order-etl did not carry the opening rows to topic " + TOPIC
                            + " within " + patience.toSeconds() + " s: see that it runs, or leave out --await");
                }
                consumer.poll(POLL).forEach(found -> {
                    if (belongsToRun(found.key(), firstId)) {
                        awaited.remove(found.partition());
                    }
                });
            }
        } catch (KafkaException e) {
            throw failure(e);
        }
    }

    /** Tells whether a record's key names order {@code firstId} or a later one. */
    static boolean belongsToRun(byte[] key, long firstId) {
        try {
            return key != null && JSON.readTree(key).path("order_id").asLong() >= firstId;
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public void close() {
        consumer.close(Duration.ofSeconds(1));
    }

    private static SandboxException failure(RuntimeException error) {
        return error instanceof SandboxException known
                ? known
                : SandboxException.unreachable(
                        "Kafka failed: " + error.getMessage() + "; look at `sandbox status`", error);
    }
}
