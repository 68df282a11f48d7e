package io.millrace.sandbox.traffic;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Asks a run to end after its current transaction. */
public final class StopSignal {
    private final CountDownLatch requested = new CountDownLatch(1);

    /** Asks; more than once is the same as once. */
    public void request() {
        requested.countDown();
    }

    /** Tells whether the run was asked to end. */
    public boolean isRequested() {
        return requested.getCount() == 0;
    }

    /** Waits for {@code time}, less when the run is asked to end; an interrupt asks too. */
    public boolean await(Duration time) {
        try {
            return requested.await(Math.max(0, time.toNanos()), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            request();
            return true;
        }
    }
}
