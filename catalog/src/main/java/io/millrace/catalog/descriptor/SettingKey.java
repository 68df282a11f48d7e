package io.millrace.catalog.descriptor;

/** The short names of {@code settings:} and the Flink options that they stand for. */
public enum SettingKey {
    PARALLELISM("parallelism", "parallelism.default", "how many subtasks each operator has"),
    CHECKPOINT_INTERVAL("checkpoint-interval", "execution.checkpointing.interval", "time between checkpoints"),
    STATE_TTL("state-ttl", "table.exec.state.ttl", "how long idle state is kept"),
    IDLE_TIMEOUT("idle-timeout", "table.exec.source.idle-timeout", "when a silent partition stops holding time back"),
    TIME_ZONE("time-zone", "table.local-time-zone", "the session time zone");

    private final String key;
    private final String option;
    private final String description;

    SettingKey(String key, String option, String description) {
        this.key = key;
        this.option = option;
        this.description = description;
    }

    /** As written in descriptors. */
    public String key() {
        return key;
    }

    /** Flink's own key. */
    public String option() {
        return option;
    }

    public String description() {
        return description;
    }
}
