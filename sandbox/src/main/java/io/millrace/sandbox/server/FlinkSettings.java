package io.millrace.sandbox.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The part of Flink's configuration that the JobManager and the TaskManagers share. */
final class FlinkSettings {

    private static final String LOCAL = "127.0.0.1";

    private FlinkSettings() {}

    /**
     * Writes a process's {@code config.yaml}.
     *
     * @param own the settings of this process alone
     * @return the arguments that make Flink read it
     */
    static List<String> write(Workspace workspace, Path folder, Map<String, String> own) throws IOException {
        Map<String, String> settings = new TreeMap<>(shared(workspace));
        settings.putAll(own);
        String text = settings.entrySet().stream()
                .map(setting -> setting.getKey() + ": '" + setting.getValue().replace("'", "''") + "'\n")
                .collect(Collectors.joining());
        Files.writeString(folder.resolve("config.yaml"), text);
        return List.of("--configDir", folder.toString());
    }

    /** Returns the id of the cluster, by which one sandbox knows its own from another's. */
    static String clusterId(Workspace workspace) throws IOException {
        return "millrace-" + workspace.record().sandboxId();
    }

    private static Map<String, String> shared(Workspace workspace) throws IOException {
        Path data = workspace.state().data(ServerName.FLINK.toString());
        Map<String, String> settings = new TreeMap<>(Map.ofEntries(
                Map.entry("jobmanager.rpc.address", LOCAL),
                Map.entry("jobmanager.rpc.port", port(workspace, ServerName.FLINK, JobManager.RPC)),
                Map.entry("rest.address", LOCAL),
                Map.entry("rest.port", port(workspace, ServerName.FLINK, JobManager.REST)),
                Map.entry("high-availability.cluster-id", "/" + clusterId(workspace)),
                Map.entry("io.tmp.dirs", workspace.home().resolve("tmp").toString()),
                Map.entry("execution.checkpointing.storage", "filesystem"),
                Map.entry("execution.checkpointing.dir", location(data, "checkpoints")),
                Map.entry("execution.checkpointing.savepoint-dir", location(data, "savepoints")),
                Map.entry("execution.checkpointing.externalized-checkpoint-retention", "RETAIN_ON_CANCELLATION"),
                // A process that was killed is missed after seconds; Flink's own 50 s are for busy networks.
                Map.entry("heartbeat.interval", "2 s"),
                Map.entry("heartbeat.timeout", "10 s"),
                // Flink gives up after 10 s, which a laptop that starts everything at once may need.
                Map.entry("pekko.startup-timeout", "60 s"),
                Map.entry("restart-strategy.type", "exponential-delay"),
                Map.entry("restart-strategy.exponential-delay.initial-backoff", "1 s"),
                Map.entry("restart-strategy.exponential-delay.max-backoff", "10 s"),
                // What REST tells of a job is else up to three seconds old.
                Map.entry("web.refresh-interval", "500 ms"),
                // Jobs bring their connectors; threads of these may use their class loader after the job's end.
                Map.entry("classloader.check-leaked-classloader", "false")));
        if (ZooKeeper.belongsTo(workspace)) {
            settings.put("high-availability.type", "zookeeper");
            settings.put("high-availability.storageDir", location(data, "ha"));
            settings.put(
                    "high-availability.zookeeper.quorum",
                    LOCAL + ":" + port(workspace, ServerName.ZOOKEEPER, ZooKeeper.CLIENT));
            // Without this its client logs a failed authentication as an error, which it is not.
            settings.put("zookeeper.sasl.disable", "true");
            settings.put("high-availability.zookeeper.client.session-timeout", "10 s");
            settings.put("high-availability.zookeeper.client.connection-timeout", "5 s");
        }
        return settings;
    }

    private static String port(Workspace workspace, ServerName server, String name) {
        return Ports.last(workspace.record(), server, name);
    }

    /** Flink reads the text of a location literally, so a URI's escapes would become part of the name. */
    private static String location(Path data, String name) {
        return "file://" + data.resolve(name);
    }
}
