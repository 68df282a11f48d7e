package io.millrace.launcher.doctor.server;

import io.millrace.catalog.diagnostic.NearestName;
import io.millrace.catalog.diagnostic.SourceLocation;
import io.millrace.launcher.compile.DeclaredTable;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;

/** Kafka: that the brokers take the user, that the topics exist, and that an upsert topic is compacted. */
final class KafkaCheck implements ServerCheck {

    private static final String PREFIX = "properties.";

    @Override
    public void check(TableReport report) throws ExecutionException, InterruptedException {
        Admin admin = Admin.create(properties(report.table()));
        try {
            int brokers = admin.describeCluster().nodes().get().size();
            report.ok(
                    report.table().placeOf("properties.bootstrap.servers"),
                    "Kafka with " + brokers + (brokers == 1 ? " broker" : " brokers"));
            Set<String> existing = admin.listTopics().names().get();
            pattern(report, existing);
            for (String topic : topics(report.table())) {
                if (existing.contains(topic)) {
                    topic(topic, report, admin);
                } else {
                    missing(topic, existing, report);
                }
            }
        } finally {
            admin.close(Duration.ZERO);
        }
    }

    private static void topic(String topic, TableReport report, Admin admin)
            throws ExecutionException, InterruptedException {
        SourceLocation place = report.table().placeOf("topic");
        int partitions = admin.describeTopics(List.of(topic))
                .topicNameValues()
                .get(topic)
                .get()
                .partitions()
                .size();
        String cleanup = cleanup(topic, admin).orElse("");
        boolean upsert = report.table().option("connector").orElse("").equals("upsert-kafka");
        if (upsert && !cleanup.isEmpty() && !cleanup.contains("compact")) {
            report.warn(
                    place,
                    "the topic '" + topic + "' is not compacted (cleanup.policy=" + cleanup
                            + "), so rows vanish from the table when they get old",
                    "set cleanup.policy=compact on the topic");
        } else {
            report.ok(
                    place,
                    "topic '" + topic + "' has " + partitions + (partitions == 1 ? " partition" : " partitions")
                            + (cleanup.isEmpty() ? "" : ", cleanup.policy=" + cleanup));
        }
    }

    /** Empty where the user may not see the topic's settings, which running needs no right for. */
    private static Optional<String> cleanup(String topic, Admin admin) throws InterruptedException {
        ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
        try {
            return Optional.ofNullable(admin.describeConfigs(List.of(resource))
                            .all()
                            .get()
                            .get(resource)
                            .get(TopicConfig.CLEANUP_POLICY_CONFIG))
                    .map(ConfigEntry::value);
        } catch (ExecutionException e) {
            return Optional.empty();
        }
    }

    private static void missing(String topic, Set<String> existing, TableReport report) {
        report.fail(
                report.table().placeOf("topic"),
                "there is no topic '" + topic + "', or the user may not see it",
                NearestName.of(topic, existing)
                        .map(nearest -> "did you mean '" + nearest + "'?")
                        .orElse("create it; a broker that creates topics by itself gives them its own defaults"));
    }

    private static void pattern(TableReport report, Set<String> existing) {
        report.table().option("topic-pattern").map(Pattern::compile).ifPresent(pattern -> {
            long matching = existing.stream().filter(pattern.asMatchPredicate()).count();
            SourceLocation place = report.table().placeOf("topic-pattern");
            if (matching == 0) {
                report.warn(place, "no topic matches the pattern", "correct it, or wait until the first topic exists");
            } else {
                report.ok(place, matching + (matching == 1 ? " topic matches" : " topics match"));
            }
        });
    }

    private static List<String> topics(DeclaredTable table) {
        return Stream.of(table.option("topic").orElse("").split(";", -1))
                .map(String::strip)
                .filter(topic -> !topic.isEmpty())
                .toList();
    }

    private static Properties properties(DeclaredTable table) {
        Properties properties = new Properties();
        table.options().forEach((key, value) -> {
            String name = key.startsWith(PREFIX) ? key.substring(PREFIX.length()) : "";
            if (AdminClientConfig.configNames().contains(name)) {
                properties.put(name, value);
            }
        });
        properties.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, "5000");
        properties.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, "8000");
        properties.put(AdminClientConfig.SOCKET_CONNECTION_SETUP_TIMEOUT_MS_CONFIG, "3000");
        properties.put(AdminClientConfig.CLIENT_ID_CONFIG, "millrace-doctor");
        return properties;
    }
}
