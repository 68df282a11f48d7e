package io.millrace.sandbox.cli;

import io.millrace.sandbox.traffic.StopSignal;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Turns Ctrl-C into a stop signal, and keeps the process alive until what runs has ended by it. */
final class InterruptHook implements AutoCloseable {
    private static final long MOST_SECONDS = 15;

    private final StopSignal stop = new StopSignal();
    private final CountDownLatch ended = new CountDownLatch(1);
    private final Thread thread = new Thread(this::stopAndWait, "interrupt");

    private InterruptHook() {}

    static InterruptHook install() {
        InterruptHook hook = new InterruptHook();
        Runtime.getRuntime().addShutdownHook(hook.thread);
        return hook;
    }

    StopSignal stop() {
        return stop;
    }

    @Override
    public void close() {
        ended.countDown();
        if (!stop.isRequested()) {
            try {
                Runtime.getRuntime().removeShutdownHook(thread);
            } catch (IllegalStateException e) {
                // The process is ending already, and the hook with it: nothing is left to remove.
                stop.request();
            }
        }
    }

    private void stopAndWait() {
        stop.request();
        try {
            ended.await(MOST_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
