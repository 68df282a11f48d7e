package io.millrace.connectors.alert;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ScheduledFuture;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.operators.ProcessingTimeService;
import org.apache.flink.api.connector.sink2.StatefulSinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.Gauge;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.table.data.RowData;

/**
 * Posts alerts as they come. What the rate limit holds up waits here and in the state of checkpoints, so that a
 * checkpoint does not wait for it and a restart does not lose it.
 */
final class AlertWriter implements StatefulSinkWriter<RowData, AlertState> {

    private final RowReader reader;
    private final Receiver receiver;
    private final AlertBook book;
    private final RateLimit limit;
    private final WebhookClient client;
    private final ProcessingTimeService clock;
    private final Counter sent;
    private final Counter heldBack;
    private final Deque<Notice> waiting = new ArrayDeque<>();
    private long latestTime = Long.MIN_VALUE;
    private long timerAt = Long.MAX_VALUE;

    AlertWriter(
            AlertSettings settings,
            RowReader reader,
            Receiver receiver,
            WriterInitContext context,
            Collection<AlertState> restored) {
        this.reader = reader;
        this.receiver = receiver;
        this.book = new AlertBook(settings.period(), settings.recoveries(), settings.tellRecoveries());
        this.limit = new RateLimit(settings.postsPerMinute());
        this.clock = context.getProcessingTimeService();
        this.sent = context.metricGroup().getNumRecordsSendCounter();
        MetricGroup group = context.metricGroup().addGroup("alert");
        this.heldBack = group.counter("heldBack");
        Counter retries = group.counter("retries");
        group.gauge("waiting", (Gauge<Integer>) waiting::size);
        this.client = new WebhookClient(settings, receiver, retries::inc);
        for (AlertState state : restored) {
            book.restore(state.incidents());
            waiting.addAll(state.waiting());
            limit.restore(state.posts());
        }
        schedule();
    }

    @Override
    public void write(RowData row, Context context) throws IOException, InterruptedException {
        long time = latestTime == Long.MIN_VALUE ? clock.getCurrentProcessingTime() : now();
        RowChange change = reader.read(row, time);
        latestTime = Math.max(latestTime, change.time());
        collectDue();
        Optional<Notice> notice = book.change(change);
        notice.ifPresent(waiting::add);
        if (notice.isEmpty() && !change.recovery()) {
            heldBack.inc();
        }
        drain();
    }

    /** Event time goes on without rows, too. */
    @Override
    public void writeWatermark(Watermark watermark) throws IOException, InterruptedException {
        if (watermark.getTimestamp() != Long.MAX_VALUE) {
            latestTime = Math.max(latestTime, watermark.getTimestamp());
            collectDue();
            drain();
        }
    }

    /** Posts all that the rate limit lets through; at the end of input, everything. */
    @Override
    public void flush(boolean endOfInput) throws IOException, InterruptedException {
        drain();
        if (!endOfInput) {
            return;
        }
        waiting.addAll(book.heldBack());
        drain();
        while (!waiting.isEmpty()) {
            Thread.sleep(Math.max(1, limit.nextAt() - System.currentTimeMillis()));
            drain();
        }
    }

    @Override
    public List<AlertState> snapshotState(long checkpointId) {
        return List.of(new AlertState(book.incidents(), List.copyOf(waiting), limit.posts()));
    }

    @Override
    public void close() {
        waiting.clear();
    }

    private void onTimer(long time) throws IOException, InterruptedException {
        timerAt = Long.MAX_VALUE;
        collectDue();
        drain();
    }

    private void collectDue() {
        if (book.nextDue().orElse(Long.MAX_VALUE) <= now()) {
            waiting.addAll(book.due(now()));
        }
    }

    private void drain() throws IOException, InterruptedException {
        int left = limit.left(System.currentTimeMillis());
        while (!waiting.isEmpty() && left > 0) {
            // While there is room, each alert is a message of its own.
            int count = waiting.size() <= left ? 1 : receiver.capacity(List.copyOf(waiting));
            List<Notice> notices = waiting.stream().limit(count).toList();
            client.post(receiver.body(notices));
            limit.count(System.currentTimeMillis());
            notices.forEach(posted -> waiting.remove());
            sent.inc(count);
            left = limit.left(System.currentTimeMillis());
        }
        schedule();
    }

    /** Wakes this writer when the limit lets the next message through, or an alert need no longer be held back. */
    private void schedule() {
        long next = waiting.isEmpty() ? Long.MAX_VALUE : nextPost();
        if (!reader.hasEventTime()) {
            next = Math.min(next, book.nextDue().orElse(Long.MAX_VALUE));
        }
        if (next < timerAt) {
            timerAt = next;
            ScheduledFuture<?> unused = clock.registerTimer(next, this::onTimer);
        }
    }

    private long nextPost() {
        long now = System.currentTimeMillis();
        return limit.left(now) > 0 ? now : limit.nextAt();
    }

    /** Returns the time by which periods are measured, in ms. */
    private long now() {
        return reader.hasEventTime() ? latestTime : clock.getCurrentProcessingTime();
    }
}
