package io.millrace.launcher.run;

import io.millrace.launcher.report.ResultRow;
import java.time.Duration;
import java.util.Iterator;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/** Fetches a query's rows in a thread of its own, because Flink's iterator can only wait without limit. */
final class QueryRows implements AutoCloseable {

    /** Then the job has to wait for the reader. */
    private static final int AHEAD = 1000;

    private final BlockingQueue<ResultRow> rows = new ArrayBlockingQueue<>(AHEAD);
    private final Thread thread;

    QueryRows(Iterator<ResultRow> source) {
        this.thread = new Thread(() -> fetch(source), "millrace-query-rows");
        thread.setDaemon(true);
        thread.start();
    }

    /** The next row; empty where none came in time. */
    Optional<ResultRow> next(Duration limit) throws InterruptedException {
        return Optional.ofNullable(rows.poll(limit.toNanos(), TimeUnit.NANOSECONDS));
    }

    /** Whether no further row comes, because the job has finished or failed. */
    boolean ended() {
        return !thread.isAlive() && rows.isEmpty();
    }

    @Override
    public void close() {
        thread.interrupt();
    }

    private void fetch(Iterator<ResultRow> source) {
        try {
            while (source.hasNext()) {
                rows.put(source.next());
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException failed) {
            // Why, the job's own result says better.
            thread.interrupt();
        }
    }
}
