package io.millrace.connectors.maxcompute;

import java.util.concurrent.TimeUnit;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.groups.SinkWriterMetricGroup;

/** The standard metrics of a sink's writer, and how often a sending was repeated. */
final class SendMetrics {

    private final Counter rows;
    private final Counter bytes;
    private final Counter failedRows;
    private final Counter retries;
    private volatile long lastMillis;

    SendMetrics(SinkWriterMetricGroup group) {
        this.rows = group.getNumRecordsSendCounter();
        this.bytes = group.getNumBytesSendCounter();
        this.failedRows = group.getNumRecordsSendErrorsCounter();
        this.retries = group.counter("numRetries");
        group.setCurrentSendTimeGauge(() -> lastMillis);
    }

    /** Counts rows that were acknowledged; bytes as sent, after compression. */
    void sent(int sentRows, long sentBytes, long nanos) {
        rows.inc(sentRows);
        bytes.inc(sentBytes);
        lastMillis = TimeUnit.NANOSECONDS.toMillis(nanos);
    }

    /** Counts rows that were given up. */
    void failed(int rowsGivenUp) {
        failedRows.inc(rowsGivenUp);
    }

    void retried() {
        retries.inc();
    }
}
