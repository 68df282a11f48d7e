package io.millrace.catalog.descriptor;

import io.millrace.catalog.diagnostic.Located;
import java.util.List;
import java.util.Map;

/**
 * What the project's local servers hold before a pipeline runs.
 *
 * @param mysql SQL files run once on an empty server
 * @param postgres SQL files run once on an empty server
 * @param elasticsearch index name to its mapping file
 * @param topics topic name to its layout
 * @param maxcompute SQL files of tables that are created where they are missing
 */
public record SandboxDescriptor(
        List<Located<String>> mysql,
        List<Located<String>> postgres,
        Map<String, Located<String>> elasticsearch,
        Map<String, Topic> topics,
        List<Located<String>> maxcompute) {

    public static final SandboxDescriptor EMPTY =
            new SandboxDescriptor(List.of(), List.of(), Map.of(), Map.of(), List.of());

    /** A Kafka topic's partitions and its cleanup policy, {@code delete} or {@code compact}. */
    public record Topic(int partitions, String cleanup) {}
}
