package io.millrace.connectors.eas;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Keeps the newest answers by their requests, and lets equal requests that are made at once share one call. An answer
 * that fails is not kept. Safe for several threads.
 *
 * @param <V> an answer, never changed
 */
final class AnswerCache<V> {

    private final long ttlNanos;
    private final LongSupplier nanoClock;
    private final Map<String, Entry<V>> entries;

    /** @param maxRows how many answers are kept; the least recently used goes first */
    AnswerCache(Duration ttl, int maxRows, LongSupplier nanoClock) {
        this.ttlNanos = ttl.toNanos();
        this.nanoClock = nanoClock;
        this.entries = new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Entry<V>> eldest) {
                return size() > maxRows;
            }
        };
    }

    /**
     * Returns the answer to a request.
     *
     * @param onHit runs when no call is made
     * @param call makes the call otherwise
     */
    CompletableFuture<V> get(String request, Runnable onHit, Supplier<CompletableFuture<V>> call) {
        CompletableFuture<V> promised;
        Entry<V> entry;
        synchronized (this) {
            Entry<V> found = entries.get(request);
            if (found != null && nanoClock.getAsLong() - found.since < ttlNanos) {
                onHit.run();
                return found.answer;
            }
            promised = new CompletableFuture<>();
            entry = new Entry<>(promised, nanoClock.getAsLong());
            entries.put(request, entry);
        }
        CompletableFuture<V> unused = call.get().whenComplete((answer, error) -> {
            if (error == null) {
                promised.complete(answer);
            } else {
                forget(request, entry);
                promised.completeExceptionally(error);
            }
        });
        return promised;
    }

    private synchronized void forget(String request, Entry<V> entry) {
        entries.remove(request, entry);
    }

    synchronized int size() {
        return entries.size();
    }

    private record Entry<V>(CompletableFuture<V> answer, long since) {}
}
