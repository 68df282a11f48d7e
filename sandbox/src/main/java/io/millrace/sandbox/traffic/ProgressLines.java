package io.millrace.sandbox.traffic;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/** Prints a line about every five seconds, for output that is not a terminal. */
public final class ProgressLines implements Consumer<TrafficProgress> {
    private static final Duration PERIOD = Duration.ofSeconds(5);

    private final PrintWriter output;
    private final LongSupplier nanoTime;
    private long next;

    /** Prints to {@code output}; {@code nanoTime} is a clock such as {@link System#nanoTime}. */
    public ProgressLines(PrintWriter output, LongSupplier nanoTime) {
        this.output = output;
        this.nanoTime = nanoTime;
        next = nanoTime.getAsLong() + PERIOD.toNanos();
    }

    @Override
    public void accept(TrafficProgress sent) {
        long now = nanoTime.getAsLong();
        if (now - next >= 0) {
            output.println(sent.line());
            output.flush();
            next = now + PERIOD.toNanos();
        }
    }
}
