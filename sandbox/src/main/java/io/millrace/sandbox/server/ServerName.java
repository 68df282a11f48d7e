package io.millrace.sandbox.server;

import java.util.Locale;
import java.util.Set;

/** The kinds of server that a sandbox may have; one stands after those that it needs. */
public enum ServerName {
    MYSQL,
    KAFKA,
    POSTGRES,
    ELASTICSEARCH,
    EAS,
    WEBHOOK,
    MAXCOMPUTE,
    ZOOKEEPER,
    FLINK,
    TASKMANAGER_1,
    TASKMANAGER_2;

    /** The processes of a Flink cluster, without ZooKeeper, which not every cluster has. */
    public static final Set<ServerName> CLUSTER = Set.of(FLINK, TASKMANAGER_1, TASKMANAGER_2);

    /** Returns the servers that must be up before this one is started, where a sandbox has them. */
    public Set<ServerName> needs() {
        return switch (this) {
            case FLINK -> Set.of(ZOOKEEPER);
            case TASKMANAGER_1, TASKMANAGER_2 -> Set.of(FLINK);
            default -> Set.of();
        };
    }

    /** Returns the name in lower case with hyphens, as options, folders and logs spell it. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
