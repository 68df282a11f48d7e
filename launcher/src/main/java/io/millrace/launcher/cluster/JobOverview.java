package io.millrace.launcher.cluster;

import java.time.Instant;
import java.util.Optional;

/**
 * One job of a cluster.
 *
 * @param name for a pipeline's job the pipeline's
 * @param state in Flink's word, such as {@code RUNNING}
 * @param ended empty while it has not
 */
public record JobOverview(String id, String name, String state, Instant started, Optional<Instant> ended) {

    /** Whether it is over for good. */
    public boolean isTerminal() {
        return switch (state) {
            case "FINISHED", "CANCELED", "FAILED" -> true;
            default -> false;
        };
    }
}
