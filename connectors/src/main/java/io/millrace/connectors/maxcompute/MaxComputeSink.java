package io.millrace.connectors.maxcompute;

import java.io.IOException;
import java.io.InterruptedIOException;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;
import org.apache.flink.table.data.RowData;

/** Makes the writers of a table; the description of the remote table is read once for each. */
final class MaxComputeSink implements Sink<RowData> {

    private static final long serialVersionUID = 1L;

    private final MaxComputeSettings settings;
    private final TableLayout layout;

    MaxComputeSink(MaxComputeSettings settings, TableLayout layout) {
        this.settings = settings;
        this.layout = layout;
    }

    @Override
    @SuppressWarnings("deprecation")
    public SinkWriter<RowData> createWriter(InitContext context) {
        throw new UnsupportedOperationException("Flink 1.19 and later give a WriterInitContext");
    }

    /**
     * Connects, and compares the remote table with the columns of the Flink table.
     *
     * @throws IOException when the service cannot be reached after all retries, or the tables do not fit
     */
    @Override
    public SinkWriter<RowData> createWriter(WriterInitContext context) throws IOException {
        SendMetrics metrics = new SendMetrics(context.metricGroup());
        Retries retries = new Retries(settings.retrying(), metrics::retried);
        try {
            ServiceClient client = new ServiceClient(settings);
            RemoteTable table = retries.run(
                    "describe the MaxCompute table " + settings.address().name(), client::describe);
            RowMapping mapping = RowMapping.of(layout, table, settings);
            Uploader uploader = layout.isDelta()
                    ? new DeltaUploader(client, table, retries, settings.createPartitions())
                    : new AppendUploader(client, settings.createPartitions());
            return new MaxComputeWriter(
                    mapping,
                    new RowBuffer(settings.batching(), layout.isDelta()),
                    uploader,
                    retries,
                    metrics,
                    new FlushTimer(
                            context.getProcessingTimeService(),
                            settings.batching().flushInterval()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException(
                    "interrupted while describing " + settings.address().name());
        }
    }
}
