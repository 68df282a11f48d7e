package io.millrace.connectors.maxcompute;

import com.aliyun.odps.Column;
import com.aliyun.odps.OdpsException;
import com.aliyun.odps.commons.transport.Connection;
import com.aliyun.odps.commons.transport.Headers;
import com.aliyun.odps.commons.transport.Response;
import com.aliyun.odps.tunnel.Configuration;
import com.aliyun.odps.tunnel.HttpHeaders;
import com.aliyun.odps.tunnel.TunnelConstants;
import com.aliyun.odps.tunnel.TunnelException;
import com.aliyun.odps.tunnel.TunnelTableSchema;
import com.aliyun.odps.tunnel.impl.SessionBase;
import com.aliyun.odps.tunnel.io.ProtobufRecordPack;
import com.aliyun.odps.type.TypeInfo;
import com.aliyun.odps.type.TypeInfoFactory;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import io.millrace.connectors.maxcompute.MaxComputeSettings.Address;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * One upsert session: rows are put into buckets, and become visible together by the commit. Makes the requests of the
 * SDK's {@code UpsertSessionImpl} with the SDK's own signatures, records and checksums. That class is not used, because
 * its stream waits without end for a connection that is cut before the answer, and because it brings netty.
 */
@SuppressWarnings("NonApiType") // The inherited methods take HashMap.
final class DeltaSession extends SessionBase {

    private static final int FIRST_POLL_MILLIS = 100;
    private static final int LONGEST_POLL_MILLIS = 5_000;
    private static final TypeInfo COLUMN_LIST = TypeInfoFactory.getArrayTypeInfo(TypeInfoFactory.BIGINT);

    private final Map<Integer, JsonObject> slotByBucket = new HashMap<>();
    private final List<String> hashKey = new ArrayList<>();
    private final Compression compression;
    private TunnelTableSchema recordSchema;
    private String hasher;
    private String status;

    private DeltaSession(Configuration configuration, Address address, String partition, Compression compression)
            throws TunnelException {
        this.config = configuration;
        this.projectName = address.project();
        this.schemaName = address.schema();
        this.tableName = address.table();
        this.partitionSpec = partition;
        this.compression = compression;
        this.httpClient = configuration.newRestClient(address.project());
    }

    /**
     * Opens a session.
     *
     * @param partition null for a table without partitions
     */
    static DeltaSession open(ServiceClient client, String partition) throws OdpsException, IOException {
        DeltaSession session = new DeltaSession(client.tunnel(), client.address(), partition, client.compression());
        Map<String, String> parameters = session.getCommonParams();
        parameters.put(TunnelConstants.SLOT_NUM, "1");
        session.load(session.httpRequestWithNoRetry(
                session.getCommonHeaders(), parameters, "POST", "create upsert session"));
        return session;
    }

    int buckets() {
        return slotByBucket.size();
    }

    /** The columns whose hash chooses the bucket. */
    List<String> hashKey() {
        return hashKey;
    }

    /** The version of the hash function. */
    String hasher() {
        return hasher;
    }

    /** The table's columns and, behind them, those that say what is done with the row. */
    TunnelTableSchema recordSchema() {
        return recordSchema;
    }

    /** Puts the rows of one bucket. */
    void put(int bucket, ProtobufRecordPack pack) throws OdpsException, IOException {
        JsonObject slot = slotByBucket.get(bucket);
        Map<String, String> parameters = sessionParameters();
        parameters.put(TunnelConstants.BUCKET_ID, Integer.toString(bucket));
        parameters.put(TunnelConstants.SLOT_ID, slot.get("slot_id").getAsString());
        parameters.put(TunnelConstants.RECORD_COUNT, Long.toString(pack.getSize()));
        Map<String, String> headers = getCommonHeaders();
        headers.put(Headers.CONTENT_LENGTH, Long.toString(pack.getTotalBytes()));
        headers.put(
                HttpHeaders.HEADER_ODPS_ROUTED_SERVER, slot.get("worker_addr").getAsString());
        if (compression.contentEncoding() != null) {
            headers.put(Headers.CONTENT_ENCODING, compression.contentEncoding());
        }
        Connection connection = httpClient.connect(getResource(), "PUT", parameters, headers);
        try {
            try (OutputStream out = connection.getOutputStream()) {
                pack.getProtobufStream().writeTo(out);
            }
            Response answer = connection.getResponse();
            if (!answer.isOK()) {
                throw new TunnelException(
                        answer.getHeader(HttpHeaders.HEADER_ODPS_REQUEST_ID),
                        connection.getInputStream(),
                        answer.getStatus());
            }
        } finally {
            connection.disconnect();
        }
    }

    /**
     * Makes all rows visible at once; waits until it is done.
     *
     * @param patienceSeconds how long
     */
    void commit(int patienceSeconds) throws OdpsException, IOException, InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(patienceSeconds);
        load(commitOnce());
        for (int wait = FIRST_POLL_MILLIS; isUnderWay(); wait = Math.min(2 * wait, LONGEST_POLL_MILLIS)) {
            if (System.nanoTime() > deadline) {
                throw new IOException("the commit takes longer than " + patienceSeconds + " s");
            }
            TimeUnit.MILLISECONDS.sleep(wait);
            try {
                load(commitOnce());
            } catch (TunnelException e) {
                if (!"UpsertSessionNotFound".equals(e.getErrorCode())) {
                    throw e;
                }
                // Sessions are forgotten some time after their commit.
                status = TunnelConstants.SESSION_STATUS_COMMITTED;
            }
        }
        if (!TunnelConstants.SESSION_STATUS_COMMITTED.equalsIgnoreCase(status)) {
            throw new IOException("the session ended as '" + status + "' instead of being committed");
        }
    }

    /** Gives the session up. */
    void abort() throws TunnelException {
        httpRequestWithNoRetry(routedHeaders(), sessionParameters(), "DELETE", "abort upsert session");
    }

    private HttpResult commitOnce() throws TunnelException {
        return httpRequestWithNoRetry(routedHeaders(), sessionParameters(), "POST", "commit upsert session");
    }

    private boolean isUnderWay() {
        return TunnelConstants.SESSION_STATUS_COMMITTING.equalsIgnoreCase(status)
                || TunnelConstants.SESSION_STATUS_NORMAL.equalsIgnoreCase(status);
    }

    private HashMap<String, String> sessionParameters() {
        HashMap<String, String> parameters = getCommonParams();
        parameters.put(TunnelConstants.UPSERT_ID, id);
        return parameters;
    }

    private HashMap<String, String> routedHeaders() {
        HashMap<String, String> headers = getCommonHeaders();
        headers.put(
                HttpHeaders.HEADER_ODPS_ROUTED_SERVER,
                slotByBucket.get(0).get("worker_addr").getAsString());
        return headers;
    }

    private void load(HttpResult result) throws IOException {
        try {
            JsonObject tree = JsonParser.parseString(result.body).getAsJsonObject();
            status = tree.get("status").getAsString();
            if (id == null) {
                id = tree.get("id").getAsString();
                hasher = tree.get("hasher").getAsString();
                tree.getAsJsonArray("hash_key").forEach(column -> hashKey.add(column.getAsString()));
                recordSchema = recordSchema(tree.getAsJsonObject("schema"));
                for (JsonElement slot : tree.getAsJsonArray("slots")) {
                    for (JsonElement bucket : slot.getAsJsonObject().getAsJsonArray("buckets")) {
                        slotByBucket.put(bucket.getAsInt(), slot.getAsJsonObject());
                    }
                }
            }
        } catch (JsonParseException | IllegalStateException | NullPointerException e) {
            throw new IOException("the answer about the upsert session is not as expected: " + e, e);
        }
    }

    private static TunnelTableSchema recordSchema(JsonObject tree) {
        TunnelTableSchema schema = new TunnelTableSchema(tree);
        schema.addColumn(new Column(TunnelConstants.META_FIELD_VERSION, TypeInfoFactory.BIGINT));
        schema.addColumn(new Column(TunnelConstants.META_FIELD_APP_VERSION, TypeInfoFactory.BIGINT));
        schema.addColumn(new Column(TunnelConstants.META_FIELD_OPERATION, TypeInfoFactory.TINYINT));
        schema.addColumn(new Column(TunnelConstants.META_FIELD_KEY_COLS, COLUMN_LIST));
        schema.addColumn(new Column(TunnelConstants.META_FIELD_VALUE_COLS, COLUMN_LIST));
        return schema;
    }

    @Override
    protected String getResource() {
        return config.getResource(projectName, schemaName, tableName) + "/" + TunnelConstants.UPSERTS;
    }
}
