package io.millrace.sandbox.server;

import io.millrace.sandbox.state.SandboxException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.TopicExistsException;

/** Asks a broker through Kafka's own client. */
final class Topics {

    private static final int PATIENCE_SECONDS = 30;

    private Topics() {}

    /** Tells whether the broker belongs to a cluster and takes requests; false on any failure. */
    static boolean clusterAnswers(String brokers, String clusterId) {
        // Kafka's client retries for seconds where a plain connection is refused at once.
        if (!accepts(brokers)) {
            return false;
        }
        try (Admin admin = admin(brokers, 2_000)) {
            return clusterId.equals(admin.describeCluster().clusterId().get(3, TimeUnit.SECONDS));
        } catch (ExecutionException | TimeoutException | KafkaException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Creates the topics that are missing; returns a remark for each that differs from what is wanted. */
    static List<String> create(String brokers, List<TopicSpec> topics) throws InterruptedException {
        if (topics.isEmpty()) {
            return List.of();
        }
        try (Admin admin = admin(brokers, PATIENCE_SECONDS * 1_000)) {
            Set<String> present = admin.listTopics().names().get();
            List<String> remarks = new ArrayList<>();
            for (TopicSpec topic : topics) {
                if (present.contains(topic.name())) {
                    difference(admin, topic).ifPresent(remarks::add);
                } else {
                    create(admin, topic);
                }
            }
            return remarks;
        } catch (ExecutionException | KafkaException e) {
            Throwable cause = e instanceof ExecutionException ? e.getCause() : e;
            throw SandboxException.unreachable(
                    "Kafka refuses to create the topics (" + cause.getMessage() + "): see its log", e);
        }
    }

    private static void create(Admin admin, TopicSpec topic) throws ExecutionException, InterruptedException {
        NewTopic wanted = new NewTopic(topic.name(), topic.partitions(), (short) 1)
                .configs(Map.of("cleanup.policy", topic.cleanup()));
        try {
            admin.createTopics(List.of(wanted)).all().get();
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw e;
            }
        }
    }

    private static Optional<String> difference(Admin admin, TopicSpec topic)
            throws ExecutionException, InterruptedException {
        TopicDescription found = admin.describeTopics(List.of(topic.name()))
                .allTopicNames()
                .get()
                .get(topic.name());
        int partitions = found.partitions().size();
        return partitions == topic.partitions()
                ? Optional.empty()
                : Optional.of("topic " + topic.name() + " has " + partitions + " partitions, not " + topic.partitions()
                        + ": it stays as it is; `sandbox down --wipe` starts anew");
    }

    private static boolean accepts(String brokers) {
        int port = Integer.parseInt(brokers.substring(brokers.indexOf(':') + 1));
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(Ports.loopback(), port), 500);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static Admin admin(String brokers, int timeoutMillis) {
        return Admin.create(Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, brokers,
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, Integer.toString(timeoutMillis),
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, Integer.toString(timeoutMillis)));
    }
}
