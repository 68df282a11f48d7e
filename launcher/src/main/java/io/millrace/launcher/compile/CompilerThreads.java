package io.millrace.launcher.compile;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/** Threads for Flink's planner, which recurses: a thousand alternatives in one WHERE use up the usual stack of 1 MiB. */
public final class CompilerThreads {

    private static final long STACK_BYTES = 64L << 20;

    private CompilerThreads() {}

    static ExecutorService pool(int threads) {
        return Executors.newFixedThreadPool(threads, work -> new Thread(null, work, "compiler", STACK_BYTES));
    }

    /** Does something on such a thread, and waits for it. */
    public static <T> T call(Supplier<T> work) {
        ExecutorService executor = pool(1);
        try {
            return executor.submit(work::get).get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("compiling failed", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while compiling", e);
        } finally {
            executor.shutdownNow();
        }
    }
}
