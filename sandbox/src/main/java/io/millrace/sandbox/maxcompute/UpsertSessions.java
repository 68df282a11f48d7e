package io.millrace.sandbox.maxcompute;

import io.millrace.sandbox.maxcompute.TableDefinition.Field;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

/**
 * Upsert sessions, as the SDK's {@code com.aliyun.odps.tunnel.impl.UpsertSessionImpl} asks for them: rows are put into
 * buckets and stored by the commit, all of them or none. A commit is answered with {@code committing} first, as the
 * real one does when it takes its time. Sessions do not survive a restart.
 */
final class UpsertSessions {

    private static final ColumnType BIGINT = new ColumnType("BIGINT", List.of(), List.of(), List.of());
    private static final ColumnType COLUMN_LIST = new ColumnType("ARRAY", List.of(), List.of(BIGINT), List.of());
    /** Version, version of the application, operation, key columns and value columns. */
    private static final List<ColumnType> META = List.of(
            BIGINT, BIGINT, new ColumnType("TINYINT", List.of(), List.of(), List.of()), COLUMN_LIST, COLUMN_LIST);

    private final TableStore store;
    private final Map<String, Session> sessions = new ConcurrentHashMap<>();
    private final Map<String, Map<List<Object>, Integer>> buckets = new ConcurrentHashMap<>();

    /** Guarded by itself. */
    private static final class Session {
        private final String id = UUID.randomUUID().toString();
        private final TableDefinition table;
        private final String partition;
        private final List<StoredRow> rows = new ArrayList<>();
        private String status = "normal";

        Session(TableDefinition table, String partition) {
            this.table = table;
            this.partition = partition;
        }
    }

    UpsertSessions(TableStore store) {
        this.store = store;
    }

    /** Opens or commits (POST), describes (GET), gives up (DELETE), or takes rows (PUT). */
    Reply handle(Request request, TableDefinition table, String server) {
        if (request.method().equals("POST") && !request.has("upsertid")) {
            return open(request, table, server);
        }
        Session session = sessions.get(String.valueOf(request.parameter("upsertid")));
        if (session == null || !session.table.equals(table)) {
            throw new ProtocolException(404, "UpsertSessionNotFound", "the session does not exist");
        }
        synchronized (session) {
            switch (request.method()) {
                case "GET" -> {}
                case "POST" -> commit(session);
                case "PUT" -> put(request, session);
                case "DELETE" -> {
                    session.status = "aborted";
                    sessions.remove(session.id);
                }
                default -> throw new ProtocolException(405, "MethodNotAllowed", request.method());
            }
            return Reply.json(200, describe(session, server));
        }
    }

    private Reply open(Request request, TableDefinition table, String server) {
        if (!table.isDelta()) {
            throw new ProtocolException(400, "NotSupported", table.name() + " is not a Delta table");
        }
        String partition = PartitionName.of(table, request.parameter("partition"));
        store.checkPartition(table, partition);
        Session session = new Session(table, partition);
        sessions.put(session.id, session);
        return Reply.json(201, describe(session, server));
    }

    private void commit(Session session) {
        switch (session.status) {
            case "normal" -> {
                store.store(session.table, session.partition, session.rows);
                session.status = "committing";
            }
            case "committing" -> session.status = "committed";
            default -> {}
        }
    }

    private void put(Request request, Session session) {
        if (!session.status.equals("normal")) {
            throw new ProtocolException(400, "InvalidStatus", "the session is " + session.status);
        }
        TableDefinition table = session.table;
        int bucket = Integer.parseInt(request.parameters().getOrDefault("bucketid", "-1"));
        if (bucket < 0 || bucket >= table.buckets() || !"0".equals(request.parameter("slotid"))) {
            throw new ProtocolException(400, "InvalidArgument", "there is no such bucket or slot");
        }
        int width = table.columns().size();
        List<ColumnType> types =
                new ArrayList<>(table.columns().stream().map(Field::type).toList());
        types.addAll(META);
        for (List<Object> values : Bodies.records(request, types)) {
            Object operation = values.get(width + 2);
            if (!Integer.valueOf('U').equals(operation) && !Integer.valueOf('D').equals(operation)) {
                throw WireReader.corrupt("there is no operation " + operation);
            }
            List<Object> ownValues = new ArrayList<>(values.subList(0, width));
            StoredRow row = new StoredRow(Integer.valueOf('D').equals(operation), ownValues);
            checkBucket(table, Constraints.checked(table, row), bucket);
            session.rows.add(row);
        }
    }

    /** A key belongs to one bucket; a client that hashes otherwise would make it exist twice. */
    private void checkBucket(TableDefinition table, StoredRow row, int bucket) {
        List<Object> key = new ArrayList<>();
        table.keyPositions().forEach(position -> key.add(row.values().get(position)));
        Integer earlier = buckets.computeIfAbsent(table.name(), name -> Collections.synchronizedMap(new HashMap<>()))
                .putIfAbsent(key, bucket);
        if (earlier != null && earlier != bucket) {
            throw WireReader.corrupt("the key " + key + " belongs to bucket " + earlier + ", not " + bucket);
        }
    }

    private static Map<String, Object> describe(Session session, String server) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("id", session.id);
        answer.put("schema", session.table.schema());
        answer.put("hash_key", session.table.primaryKey());
        answer.put("hasher", "default");
        answer.put("status", session.status);
        answer.put(
                "slots",
                List.of(Map.of(
                        "slot_id",
                        "0",
                        "buckets",
                        IntStream.range(0, session.table.buckets()).boxed().toList(),
                        "worker_addr",
                        server)));
        return answer;
    }
}
