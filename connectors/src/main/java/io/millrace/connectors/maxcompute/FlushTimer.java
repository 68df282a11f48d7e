package io.millrace.connectors.maxcompute;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import org.apache.flink.api.common.operators.ProcessingTimeService;

/** Calls, in the task's own thread, for a sending some time after the first row that waits. */
final class FlushTimer {

    private final ProcessingTimeService time;
    private final long interval;
    private ScheduledFuture<?> waiting;

    /** What is called. */
    @FunctionalInterface
    interface Flush {
        void run() throws IOException, InterruptedException;
    }

    /** @param interval 0 for never */
    FlushTimer(ProcessingTimeService time, Duration interval) {
        this.time = time;
        this.interval = interval.toMillis();
    }

    /** Starts unless it runs already. */
    void start(Flush flush) {
        if (waiting == null && interval > 0) {
            waiting = time.registerTimer(time.getCurrentProcessingTime() + interval, now -> {
                waiting = null;
                flush.run();
            });
        }
    }

    /** Calls no more. */
    void close() {
        if (waiting != null) {
            waiting.cancel(false);
            waiting = null;
        }
    }
}
