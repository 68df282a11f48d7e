package io.millrace.connectors.maxcompute;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.table.data.RowData;

/**
 * Collects rows and sends them from the task's own thread, so that rows wait where the service is slow. What a
 * checkpoint covers has been acknowledged before the checkpoint completes.
 */
final class MaxComputeWriter implements SinkWriter<RowData> {

    private final RowMapping mapping;
    private final RowBuffer buffer;
    private final Uploader uploader;
    private final Retries retries;
    private final SendMetrics metrics;
    private final FlushTimer timer;

    MaxComputeWriter(
            RowMapping mapping,
            RowBuffer buffer,
            Uploader uploader,
            Retries retries,
            SendMetrics metrics,
            FlushTimer timer) {
        this.mapping = mapping;
        this.buffer = buffer;
        this.uploader = uploader;
        this.retries = retries;
        this.metrics = metrics;
        this.timer = timer;
    }

    @Override
    public void write(RowData row, Context context) throws IOException, InterruptedException {
        buffer.add(mapping.map(row));
        if (buffer.isFull()) {
            send();
        } else {
            timer.start(this::send);
        }
    }

    @Override
    public void flush(boolean endOfInput) throws IOException, InterruptedException {
        send();
    }

    private void send() throws IOException, InterruptedException {
        for (Map.Entry<String, List<TableRow>> batch : buffer.drain().entrySet()) {
            send(batch.getKey(), batch.getValue());
        }
    }

    private void send(String partition, List<TableRow> rows) throws IOException, InterruptedException {
        long start = System.nanoTime();
        try {
            long bytes = retries.run(
                    "write " + rows.size() + " rows to the MaxCompute table " + uploader.target(partition),
                    () -> uploader.upload(partition, rows));
            metrics.sent(rows.size(), bytes, System.nanoTime() - start);
        } catch (IOException e) {
            metrics.failed(rows.size());
            throw e;
        }
    }

    /** Ends without sending: what was not covered by a checkpoint comes again. */
    @Override
    public void close() {
        timer.close();
    }
}
