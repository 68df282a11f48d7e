package io.millrace.connectors.maxcompute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.connectors.maxcompute.MaxComputeSettings.Address;
import io.millrace.connectors.maxcompute.MaxComputeSettings.Batching;
import io.millrace.connectors.maxcompute.MaxComputeSettings.Credentials;
import io.millrace.connectors.maxcompute.MaxComputeSettings.Retrying;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.apache.flink.api.common.operators.ProcessingTimeService;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.Gauge;
import org.apache.flink.metrics.SimpleCounter;
import org.apache.flink.metrics.groups.OperatorIOMetricGroup;
import org.apache.flink.metrics.groups.SinkWriterMetricGroup;
import org.apache.flink.metrics.groups.UnregisteredMetricsGroup;
import org.apache.flink.table.data.GenericRowData;
import org.apache.flink.table.data.StringData;
import org.apache.flink.table.types.logical.BigIntType;
import org.apache.flink.table.types.logical.VarCharType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MaxComputeWriterTest {

    private final ManualTime time = new ManualTime();
    private final Deque<Exception> failures = new ArrayDeque<>();
    private final List<String> sent = new ArrayList<>();
    private final Metrics metrics = new Metrics();

    private final Uploader uploader = new Uploader() {
        @Override
        public long upload(String partition, List<TableRow> rows) throws Exception {
            if (!failures.isEmpty()) {
                throw failures.pop();
            }
            sent.add(partition + ":"
                    + rows.stream().map(row -> row.values()[0].toString()).toList());
            return 7;
        }

        @Override
        public String target(String partition) {
            return partition;
        }
    };

    @AfterEach
    void end() {
        time.threads.shutdownNow();
    }

    private MaxComputeWriter writer(int maxRows, Duration interval) throws Exception {
        MaxComputeSettings settings = new MaxComputeSettings(
                new Address("http://h", null, "p", null, "t", 1, 1),
                new Credentials("i", "k", null),
                new Batching(maxRows, 1_000_000, interval),
                new Retrying(1, Duration.ofMillis(1), Duration.ofMillis(1)),
                PartitionSpecification.parse(null),
                "none",
                true,
                Compression.NONE);
        TableLayout layout = new TableLayout(
                List.of("id", "dt"), List.of(new BigIntType(), VarCharType.STRING_TYPE), List.of("dt"), List.of());
        RemoteTable table = RemoteTable.parse(
                "p.t",
                "{\"columns\":[{\"name\":\"id\",\"type\":\"BIGINT\"}],"
                        + "\"partitionKeys\":[{\"name\":\"dt\",\"type\":\"STRING\"}]}");
        return new MaxComputeWriter(
                RowMapping.of(layout, table, settings),
                new RowBuffer(settings.batching(), false),
                uploader,
                new Retries(settings.retrying(), () -> {}),
                new SendMetrics(metrics),
                new FlushTimer(time, settings.batching().flushInterval()));
    }

    private static void write(MaxComputeWriter writer, long id, String partition) throws Exception {
        writer.write(GenericRowData.of(id, StringData.fromString(partition)), null);
    }

    @Test
    void aFullBufferIsSentByPartition() throws Exception {
        MaxComputeWriter writer = writer(3, Duration.ZERO);

        write(writer, 1, "a");
        write(writer, 2, "b");
        assertThat(sent).isEmpty();
        write(writer, 3, "a");

        assertThat(sent).containsExactly("dt=a:[1, 3]", "dt=b:[2]");
        assertThat(time.registered).isEmpty();
    }

    @Test
    void aCheckpointSendsWhatWaits() throws Exception {
        MaxComputeWriter writer = writer(100, Duration.ZERO);

        write(writer, 1, "a");
        writer.flush(false);
        writer.flush(false);

        assertThat(sent).containsExactly("dt=a:[1]");
    }

    @Test
    void theOldestRowWaitsNoLongerThanTheInterval() throws Exception {
        MaxComputeWriter writer = writer(100, Duration.ofSeconds(5));

        write(writer, 1, "a");
        write(writer, 2, "a");
        assertThat(time.registered).hasSize(1);
        assertThat(time.dueAt).containsExactly(5_000L);
        time.registered.get(0).onProcessingTime(5_000);
        write(writer, 3, "a");

        assertThat(sent).containsExactly("dt=a:[1, 2]");
        assertThat(time.registered).hasSize(2);
    }

    @Test
    void closingSendsNothing() throws Exception {
        MaxComputeWriter writer = writer(100, Duration.ofSeconds(5));

        write(writer, 1, "a");
        writer.close();

        assertThat(sent).isEmpty();
    }

    @Test
    void rowsAndBytesAreCountedWhenAcknowledgedAndErrorsWhenGivenUp() throws Exception {
        MaxComputeWriter writer = writer(2, Duration.ZERO);
        failures.add(new IOException("cut"));
        write(writer, 1, "a");
        write(writer, 2, "a");
        failures.add(new IOException("cut"));
        failures.add(new IOException("cut again"));
        write(writer, 3, "a");

        assertThatThrownBy(() -> write(writer, 4, "a"))
                .hasMessage("Cannot write 2 rows to the MaxCompute table dt=a after 2 attempts: cut again");
        assertThat(sent).containsExactly("dt=a:[1, 2]");
        assertThat(metrics.rows.getCount()).isEqualTo(2);
        assertThat(metrics.bytes.getCount()).isEqualTo(7);
        assertThat(metrics.failed.getCount()).isEqualTo(2);
        assertThat(metrics.sendTime.getValue()).isNotNegative();
    }

    /** Counters that can be read. */
    private static final class Metrics extends UnregisteredMetricsGroup implements SinkWriterMetricGroup {

        private final Counter rows = new SimpleCounter();
        private final Counter bytes = new SimpleCounter();
        private final Counter failed = new SimpleCounter();
        private Gauge<Long> sendTime;

        @Override
        public Counter getNumRecordsSendCounter() {
            return rows;
        }

        @Override
        public Counter getNumBytesSendCounter() {
            return bytes;
        }

        @Override
        public Counter getNumRecordsSendErrorsCounter() {
            return failed;
        }

        @Override
        @Deprecated
        public Counter getNumRecordsOutErrorsCounter() {
            return failed;
        }

        @Override
        public void setCurrentSendTimeGauge(Gauge<Long> gauge) {
            sendTime = gauge;
        }

        @Override
        public OperatorIOMetricGroup getIOMetricGroup() {
            return UnregisteredMetricsGroup.createOperatorIOMetricGroup();
        }
    }

    /** Timers that a test lets fire. */
    private static final class ManualTime implements ProcessingTimeService {

        private final List<ProcessingTimeCallback> registered = new ArrayList<>();
        private final List<Long> dueAt = new ArrayList<>();
        private final ScheduledThreadPoolExecutor threads = new ScheduledThreadPoolExecutor(1);

        @Override
        public long getCurrentProcessingTime() {
            return 0;
        }

        @Override
        public ScheduledFuture<?> registerTimer(long due, ProcessingTimeCallback callback) {
            registered.add(callback);
            dueAt.add(due);
            return threads.schedule(() -> {}, 1, TimeUnit.DAYS);
        }
    }
}
