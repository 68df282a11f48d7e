package io.millrace.connectors.maxcompute;

import com.aliyun.odps.tunnel.TunnelException;
import com.aliyun.odps.tunnel.io.ProtobufRecordPack;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes changes to a Delta table, each batch in an upsert session of its own that is committed whole. Requests are
 * repeated in their session, and the whole batch in another when the session is lost: both write the same last change
 * of each key, so that it does not matter what of the attempt before was stored.
 */
final class DeltaUploader implements Uploader {

    private static final Logger LOG = LoggerFactory.getLogger(DeltaUploader.class);

    private final ServiceClient client;
    private final RemoteTable table;
    private final Retries retries;
    private final boolean createPartitions;
    private final Set<String> created = new HashSet<>();

    DeltaUploader(ServiceClient client, RemoteTable table, Retries retries, boolean createPartitions) {
        this.client = client;
        this.table = table;
        this.retries = retries;
        this.createPartitions = createPartitions;
    }

    @Override
    public long upload(String partition, List<TableRow> rows) throws Exception {
        if (createPartitions && !partition.isEmpty() && !created.contains(partition)) {
            client.createPartition(partition);
            created.add(partition);
        }
        DeltaSession session = DeltaSession.open(client, partition.isEmpty() ? null : partition);
        try {
            long bytes = put(session, partition, rows);
            retries.runInSession("commit to " + target(partition), () -> {
                session.commit(client.address().readTimeout());
                return null;
            });
            return bytes;
        } catch (Exception e) {
            // A commit that is still on its way must not overtake the next attempt.
            abort(session);
            throw e;
        }
    }

    @Override
    public String target(String partition) {
        return client.address().name() + (partition.isEmpty() ? "" : " partition " + partition);
    }

    private long put(DeltaSession session, String partition, List<TableRow> rows) throws Exception {
        long bytes = 0;
        Map<Integer, ProtobufRecordPack> packs = new BucketPacks(session, table, client.compression()).of(rows);
        for (Map.Entry<Integer, ProtobufRecordPack> pack : packs.entrySet()) {
            retries.runInSession("write to a bucket of " + target(partition), () -> {
                session.put(pack.getKey(), pack.getValue());
                return null;
            });
            bytes += pack.getValue().getTotalBytes();
        }
        return bytes;
    }

    private static void abort(DeltaSession session) {
        try {
            session.abort();
        } catch (TunnelException e) {
            LOG.debug("Cannot abort an upsert session: {}", e.getMessage());
        }
    }
}
