package io.millrace.connectors.maxcompute;

import com.aliyun.odps.Column;
import com.aliyun.odps.OdpsException;
import com.aliyun.odps.data.ArrayRecord;
import com.aliyun.odps.tunnel.TableTunnel.FlushOption;
import com.aliyun.odps.tunnel.TableTunnel.StreamRecordPack;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Appends rows by stream upload sessions, one a partition, which are kept until an attempt fails. Rows are visible once
 * acknowledged; an answer that is lost makes the same rows come twice.
 */
final class AppendUploader implements Uploader {

    private static final int MOST_SESSIONS = 100;

    private final ServiceClient client;
    private final boolean createPartitions;
    private final Map<String, AppendSession> sessions = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, AppendSession> eldest) {
            return size() > MOST_SESSIONS;
        }
    };

    AppendUploader(ServiceClient client, boolean createPartitions) {
        this.client = client;
        this.createPartitions = createPartitions;
    }

    @Override
    public long upload(String partition, List<TableRow> rows) throws Exception {
        AppendSession session = sessions.get(partition);
        if (session == null) {
            session = open(partition);
            sessions.put(partition, session);
        }
        try {
            StreamRecordPack pack = session.newRecordPack();
            Column[] columns = session.getSchema().getColumns().toArray(new Column[0]);
            for (TableRow row : rows) {
                pack.append(new ArrayRecord(columns, row.values()));
            }
            return pack.flush(new FlushOption()).getFlushSize();
        } catch (RefusedRetry.Refusal e) {
            sessions.remove(partition);
            throw e.failure();
        } catch (Exception e) {
            // Whatever it was: the next attempt asks anew where rows go.
            sessions.remove(partition);
            throw e;
        }
    }

    @Override
    public String target(String partition) {
        return client.address().name() + (partition.isEmpty() ? "" : " partition " + partition);
    }

    private AppendSession open(String partition) throws OdpsException {
        return new AppendSession(
                client.tunnel(),
                client.address(),
                partition.isEmpty() ? null : partition,
                createPartitions && !partition.isEmpty());
    }
}
