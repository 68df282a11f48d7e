package io.millrace.connectors.maxcompute;

import com.aliyun.odps.OdpsException;
import com.aliyun.odps.tunnel.TunnelException;
import com.aliyun.odps.tunnel.io.ProtobufRecordPack;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes changes to a Delta table: each attempt is an upsert session of its own, committed whole. A repeated attempt writes
 * the same last change of each key, so that it does not matter whether the attempt before was stored.
 */
final class DeltaUploader implements Uploader {

    private static final Logger LOG = LoggerFactory.getLogger(DeltaUploader.class);

    private final ServiceClient client;
    private final RemoteTable table;
    private final boolean createPartitions;
    private final Set<String> created = new HashSet<>();

    DeltaUploader(ServiceClient client, RemoteTable table, boolean createPartitions) {
        this.client = client;
        this.table = table;
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
            long bytes = put(session, rows);
            session.commit(client.address().readTimeout());
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

    private long put(DeltaSession session, List<TableRow> rows) throws IOException, OdpsException {
        long bytes = 0;
        Map<Integer, ProtobufRecordPack> packs = new BucketPacks(session, table, client.compression()).of(rows);
        for (Map.Entry<Integer, ProtobufRecordPack> pack : packs.entrySet()) {
            session.put(pack.getKey(), pack.getValue());
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
