package io.millrace.connectors.maxcompute;

import com.aliyun.odps.tunnel.Configuration;
import com.aliyun.odps.tunnel.TunnelException;
import com.aliyun.odps.tunnel.impl.StreamUploadSessionImpl;
import io.millrace.connectors.maxcompute.MaxComputeSettings.Address;
import java.util.HashMap;
import java.util.Map;

/** The SDK's stream upload session, whose requests are made once each. */
final class AppendSession extends StreamUploadSessionImpl {

    /**
     * Opens a session.
     *
     * @param partition null for a table without partitions
     */
    AppendSession(Configuration configuration, Address address, String partition, boolean createPartition)
            throws TunnelException {
        super(
                configuration,
                address.project(),
                address.schema(),
                address.table(),
                partition,
                createPartition,
                0,
                null,
                null,
                true);
    }

    @Override
    @SuppressWarnings("NonApiType")
    protected HttpResult httpRequest(
            HashMap<String, String> headers, Map<String, String> parameters, String method, String action)
            throws TunnelException {
        return httpRequestWithNoRetry(headers, parameters, method, action);
    }
}
