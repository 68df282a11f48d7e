package io.millrace.catalog.descriptor;

import io.millrace.catalog.script.StatementKind;

/** A pipeline's stages, in the order in which their scripts run, with the kinds of statement that each accepts. */
public enum Stage {
    INGEST("ingest", "CREATE TABLE of sources"),
    TRANSFORM("transform", "CREATE VIEW and CREATE TEMPORARY FUNCTION"),
    SINK("sink", "CREATE TABLE of sinks and INSERT");

    private final String key;
    private final String description;

    Stage(String key, String description) {
        this.key = key;
        this.description = description;
    }

    /** The descriptor's key. */
    public String key() {
        return key;
    }

    public boolean accepts(StatementKind kind) {
        return switch (kind) {
            case CREATE_TABLE -> this == INGEST || this == SINK;
            case CREATE_VIEW, CREATE_FUNCTION -> this == TRANSFORM;
            case INSERT -> this == SINK;
            default -> false;
        };
    }

    /** What it accepts, in words for a hint. */
    public String description() {
        return description;
    }

    /** The stage that accepts a kind of statement, for hints; null where none does. */
    public static Stage accepting(StatementKind kind) {
        for (Stage stage : values()) {
            if (stage.accepts(kind)) {
                return stage;
            }
        }
        return null;
    }
}
