package io.millrace.launcher.compile;

import java.util.Optional;

/** Where a guest begins to read a source that can be read from more than one place. */
public enum StartPosition {
    /** Where the table's own options say; at the earliest where they mean the committed offsets of a group. */
    DECLARED(Optional.empty(), Optional.empty()),
    EARLIEST(Optional.of("earliest-offset"), Optional.of("initial")),
    LATEST(Optional.of("latest-offset"), Optional.of("latest-offset"));

    private final Optional<String> log;
    private final Optional<String> changeLog;

    StartPosition(Optional<String> log, Optional<String> changeLog) {
        this.log = log;
        this.changeLog = changeLog;
    }

    /** The {@code scan.startup.mode} of a Kafka table; empty for the table's own. */
    Optional<String> ofLog() {
        return log;
    }

    /** The {@code scan.startup.mode} of a CDC table; empty for the table's own. */
    Optional<String> ofChangeLog() {
        return changeLog;
    }
}
