package io.millrace.connectors.eas;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executor;

/** Lets a bounded number of requests be on their way; the others wait in their order. Safe for several threads. */
final class InFlightLimit {

    private final int most;
    private final Executor executor;
    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private int running;

    /** @param executor starts what had to wait */
    InFlightLimit(int most, Executor executor) {
        this.most = most;
        this.executor = executor;
    }

    /** Starts a request now or later; it must call {@link #release} when it has ended. */
    void submit(Runnable request) {
        synchronized (this) {
            if (running == most) {
                waiting.add(request);
                return;
            }
            running++;
        }
        request.run();
    }

    /** Gives the place of an ended request to the next one. */
    void release() {
        Runnable next;
        synchronized (this) {
            next = waiting.poll();
            if (next == null) {
                running--;
                return;
            }
        }
        // On another thread, since requests that end at once would otherwise nest as deep as the queue is long.
        executor.execute(next);
    }

    synchronized int running() {
        return running;
    }
}
