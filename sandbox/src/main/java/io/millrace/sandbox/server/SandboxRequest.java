package io.millrace.sandbox.server;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/**
 * What one {@code up} asks for.
 *
 * @param flavour null for the one that the data folder has, MariaDB when it has none
 */
public record SandboxRequest(
        Set<ServerName> servers,
        Flavour flavour,
        List<Path> mysqlScripts,
        List<Path> postgresScripts,
        List<TopicSpec> topics,
        List<IndexSpec> indexes,
        List<Path> maxcomputeScripts) {

    public SandboxRequest {
        servers = Set.copyOf(servers);
        mysqlScripts = List.copyOf(mysqlScripts);
        postgresScripts = List.copyOf(postgresScripts);
        topics = List.copyOf(topics);
        indexes = List.copyOf(indexes);
        maxcomputeScripts = List.copyOf(maxcomputeScripts);
    }
}
