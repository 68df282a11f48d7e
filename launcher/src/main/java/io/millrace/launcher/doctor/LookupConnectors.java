package io.millrace.launcher.doctor;

import java.util.Set;

/** The connectors that a lookup join can ask; a factory tells so only once it makes a table. */
final class LookupConnectors {

    private static final Set<String> IDENTIFIERS =
            Set.of("jdbc", "hbase-1.4", "hbase-2.2", "mongodb", "rest-lookup", "redis", "hive");

    private LookupConnectors() {}

    static boolean contains(String identifier) {
        return IDENTIFIERS.contains(identifier);
    }
}
