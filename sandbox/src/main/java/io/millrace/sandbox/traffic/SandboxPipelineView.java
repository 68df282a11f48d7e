package io.millrace.sandbox.traffic;

import io.millrace.sandbox.state.SandboxException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;

/** Looks at orders-per-minute through the sandbox's PostgreSQL and Kafka. */
final class SandboxPipelineView implements PipelineView, AutoCloseable {
    private static final String TOPIC = "orders";
    private static final int TIMEOUT_SECONDS = 10;

    private final SandboxConnections servers;
    private final String group;
    private final Admin admin;

    /** Watches the consumer group {@code group}. */
    SandboxPipelineView(SandboxConnections servers, String group) {
        this.servers = servers;
        this.group = group;
        admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, servers.kafkaBrokers()));
    }

    @Override
    public Optional<MinuteWindow> latestResult() {
        try (Connection connection = servers.postgres();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT max(window_start) FROM orders_per_minute")) {
            row.next();
            return row.getObject(1) == null
                    ? Optional.empty()
                    : Optional.of(new MinuteWindow(TallyTable.readTime(row, 1)));
        } catch (SQLException e) {
            throw SandboxConnections.failure("PostgreSQL", e);
        }
    }

    @Override
    public Map<Integer, Long> endOffsets() {
        var topic = await(admin.describeTopics(List.of(TOPIC)).allTopicNames()).get(TOPIC);
        Map<TopicPartition, OffsetSpec> latest = topic.partitions().stream()
                .collect(Collectors.toMap(
                        info -> new TopicPartition(TOPIC, info.partition()), info -> OffsetSpec.latest()));
        return await(admin.listOffsets(latest).all()).entrySet().stream()
                .collect(Collectors.toMap(
                        end -> end.getKey().partition(), end -> end.getValue().offset()));
    }

    @Override
    public Map<Integer, Long> committedOffsets() {
        var committed = await(admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata());
        return committed.entrySet().stream()
                .filter(offset -> offset.getKey().topic().equals(TOPIC) && offset.getValue() != null)
                .collect(Collectors.toMap(offset -> offset.getKey().partition(), offset -> offset.getValue()
                        .offset()));
    }

    @Override
    public void close() {
        admin.close(Duration.ofSeconds(2));
    }

    private static <T> T await(KafkaFuture<T> future) {
        try {
            return future.get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw SandboxException.unreachable("Kafka does not answer: " + cause.getMessage(), cause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw SandboxException.unreachable("interrupted while waiting for Kafka", e);
        }
    }
}
