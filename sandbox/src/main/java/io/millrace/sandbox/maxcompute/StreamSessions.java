package io.millrace.sandbox.maxcompute;

import io.millrace.sandbox.maxcompute.TableDefinition.Field;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Stream upload sessions, as the SDK's {@code com.aliyun.odps.tunnel.impl.StreamUploadSessionImpl} asks for them: rows
 * are stored by each PUT. Sessions do not survive a restart.
 */
final class StreamSessions {

    private static final String SLOTS = "1";

    private final TableStore store;
    private final Map<String, Session> sessions = new ConcurrentHashMap<>();

    private record Session(TableDefinition table, String partition) {}

    StreamSessions(TableStore store) {
        this.store = store;
    }

    /** Opens a session (POST), describes one (GET), or takes rows (PUT). */
    Reply handle(Request request, TableDefinition table, String server) {
        return switch (request.method()) {
            case "POST" -> open(request, table, server);
            case "GET" -> Reply.json(200, describe(session(request, table), request.parameter("uploadid"), server));
            case "PUT" -> put(request, table, server);
            default -> throw new ProtocolException(405, "MethodNotAllowed", request.method());
        };
    }

    private Reply open(Request request, TableDefinition table, String server) {
        if (table.isDelta()) {
            throw new ProtocolException(400, "NotSupported", table.name() + " is a Delta table: use an upsert session");
        }
        String partition = PartitionName.of(table, request.parameter("partition"));
        if (request.has("create_partition")) {
            store.createPartition(table, partition, true);
        }
        store.checkPartition(table, partition);
        String id = UUID.randomUUID().toString();
        Session session = new Session(table, partition);
        sessions.put(id, session);
        return Reply.json(201, describe(session, id, server));
    }

    private Reply put(Request request, TableDefinition table, String server) {
        Session session = session(request, table);
        if (!session.partition().equals(PartitionName.of(table, request.parameter("partition")))) {
            throw new ProtocolException(400, "InvalidArgument", "the session is for another partition");
        }
        if (request.body().length == 0) {
            throw WireReader.corrupt("the body is empty");
        }
        List<ColumnType> types = table.columns().stream().map(Field::type).toList();
        List<StoredRow> rows = Bodies.records(request, types).stream()
                .map(values -> Constraints.checked(table, new StoredRow(false, values)))
                .toList();
        store.store(table, session.partition(), rows);
        return Reply.json(200, Map.of())
                .with("odps-tunnel-routed-server", server)
                .with("odps-tunnel-slot-num", SLOTS);
    }

    private Session session(Request request, TableDefinition table) {
        Session session = sessions.get(String.valueOf(request.parameter("uploadid")));
        if (session == null || !session.table().equals(table)) {
            throw new ProtocolException(404, "NoSuchUpload", "the session does not exist");
        }
        return session;
    }

    private static Map<String, Object> describe(Session session, String id, String server) {
        return Map.of(
                "session_name",
                id,
                "schema",
                session.table().schema(),
                "schema_version",
                "1",
                "status",
                "normal",
                "slots",
                List.of(List.of("0", server)));
    }
}
