package io.millrace.launcher.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Where a cluster keeps checkpoints and savepoints, as it is configured. Asked once. */
public final class StateFolders {

    private final FlinkRest rest;
    private Map<String, String> configuration;

    public StateFolders(FlinkRest rest) {
        this.rest = rest;
    }

    /** Without a slash at the end; empty where it keeps none in files. */
    public Optional<String> checkpoints() throws ClusterException, InterruptedException {
        return folder("execution.checkpointing.dir", "state.checkpoints.dir");
    }

    /** Without a slash at the end; empty where none is configured. */
    public Optional<String> savepoints() throws ClusterException, InterruptedException {
        return folder("execution.checkpointing.savepoint-dir", "state.savepoints.dir");
    }

    private Optional<String> folder(String key, String older) throws ClusterException, InterruptedException {
        if (configuration == null) {
            Map<String, String> read = new HashMap<>();
            for (JsonNode option : rest.get("/jobmanager/config")) {
                read.put(option.path("key").asText(), option.path("value").asText());
            }
            configuration = read;
        }
        return Optional.ofNullable(configuration.get(key))
                .or(() -> Optional.ofNullable(configuration.get(older)))
                .map(folder -> folder.replaceFirst("/+$", ""));
    }
}
