package io.millrace.launcher.compile;

import io.millrace.catalog.program.PipelineProgram;
import io.millrace.catalog.validation.ServerIdRange;
import java.security.SecureRandom;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;

/**
 * Lets something that only looks at a pipeline's sources read them beside the running pipeline: with Kafka groups, MySQL
 * server-ids and PostgreSQL slots of its own, and without committing offsets. One identity serves one session; it is
 * safe for use by several threads.
 */
public final class GuestIdentity implements TableRewriter {

    private static final String GROUP = "properties.group.id";
    private static final String START = "scan.startup.mode";
    private static final String INCREMENTAL = "scan.incremental.snapshot.enabled";
    private static final String COMMITTED_OFFSETS = "group-offsets";

    /** For a table that names no server-ids: more than any parallelism of a session that only looks. */
    private static final long DEFAULT_WIDTH = 64;

    private final String id;
    private final GuestServerIds serverIds;
    private final StartPosition start;
    private final AtomicInteger slots = new AtomicInteger();
    private final ConcurrentMap<String, GuestTable> tables = new ConcurrentHashMap<>();

    GuestIdentity(Collection<PipelineProgram> programs, StartPosition start, RandomGenerator random) {
        this.id = String.format("%012x", random.nextLong(1L << 48));
        this.serverIds = new GuestServerIds(programs, random);
        this.start = start;
    }

    /**
     * A new identity.
     *
     * @param programs all of the catalog, whose server-ids must not be used
     * @param start where sources are read from
     */
    public static GuestIdentity beside(Collection<PipelineProgram> programs, StartPosition start) {
        return new GuestIdentity(programs, start, new SecureRandom());
    }

    /** The tables that were given this identity so far, as they were last declared. */
    public List<GuestTable> tables() {
        return List.copyOf(tables.values());
    }

    @Override
    public Map<String, String> rewrite(String table, Map<String, String> options) {
        Map<String, String> guest = new HashMap<>(options);
        switch (options.getOrDefault("connector", "")) {
            case "kafka" -> {
                kafka(guest);
                kafkaStart(guest);
            }
            case "upsert-kafka" -> kafka(guest);
            case "mysql-cdc" -> mysql(guest);
            case "postgres-cdc" -> postgres(guest);
            default -> {}
        }
        tables.put(table, new GuestTable(table, guest));
        return guest;
    }

    /** Access rules often allow groups by prefix, so the pipeline's own group comes first in the guest's. */
    private void kafka(Map<String, String> options) {
        String prefix = Optional.ofNullable(options.get(GROUP)).orElse("millrace");
        options.put(GROUP, prefix + "-guest-" + id);
        options.put("properties.commit.offsets.on.checkpoint", "false");
        options.put("properties.enable.auto.commit", "false");
        options.remove("properties.group.instance.id");
        options.computeIfPresent("sink.transactional-id-prefix", (key, own) -> own + "-guest-" + id);
    }

    /** A new group has no committed offsets, and Flink fails without them. */
    private void kafkaStart(Map<String, String> options) {
        boolean committed =
                options.getOrDefault(START, COMMITTED_OFFSETS).trim().equalsIgnoreCase(COMMITTED_OFFSETS);
        String reset = options.getOrDefault("properties.auto.offset.reset", "earliest");
        Optional<String> replacement = committed
                ? Optional.of(reset.trim().equalsIgnoreCase("latest") ? "latest-offset" : "earliest-offset")
                : Optional.empty();
        start.ofLog().or(() -> replacement).ifPresent(mode -> options.put(START, mode));
        options.computeIfPresent(
                "scan.bounded.mode",
                (key, mode) -> mode.trim().equalsIgnoreCase(COMMITTED_OFFSETS) ? "latest-offset" : mode);
    }

    /** Ids that do not parse stay, so that they are reported as written. */
    private void mysql(Map<String, String> options) {
        boolean incremental =
                Boolean.parseBoolean(options.getOrDefault(INCREMENTAL, "true").trim());
        Optional<String> declared = Optional.ofNullable(options.get("server-id"));
        Optional<Long> width = declared.isEmpty()
                ? Optional.of(incremental ? DEFAULT_WIDTH : 1)
                : declared.flatMap(ServerIdRange::parse)
                        .map(ServerIdRange::width)
                        .filter(ids -> ids > 0);
        width.ifPresent(ids -> options.put("server-id", serverIds.next(ids).toString()));
        if (!incremental) {
            // The other kind of snapshot would lock all tables of the server while it begins.
            options.put("debezium.snapshot.locking.mode", "none");
        }
        start.ofChangeLog().ifPresent(mode -> options.put(START, mode));
    }

    /** The connector appends numbers to the name for its snapshot, within PostgreSQL's 63 characters. */
    private void postgres(Map<String, String> options) {
        options.put("slot.name", "millrace_guest_" + id + "_" + slots.getAndIncrement());
        options.put("debezium.slot.drop.on.stop", "true");
        start.ofChangeLog().ifPresent(mode -> options.put(START, mode));
    }
}
