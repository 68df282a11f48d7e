package io.millrace.connectors.eas;

import io.millrace.connectors.http.LatencyHistogram;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntSupplier;
import org.apache.flink.metrics.Gauge;
import org.apache.flink.metrics.Histogram;
import org.apache.flink.metrics.MetricGroup;

/** What a subtask's lookups report, in the group {@code pai_eas}. Safe for several threads, unlike Flink's counters. */
final class EasMetrics {

    private final AtomicLong requests = new AtomicLong();
    private final AtomicLong retries = new AtomicLong();
    private final AtomicLong errors = new AtomicLong();
    private final AtomicLong cacheHits = new AtomicLong();
    private final AtomicLong cacheMisses = new AtomicLong();
    private final Histogram latency = new LatencyHistogram();
    private final MetricGroup group;

    EasMetrics(MetricGroup parent) {
        group = parent.addGroup("pai_eas");
        gauge("requests", requests);
        gauge("retries", retries);
        gauge("errors", errors);
        gauge("cacheHits", cacheHits);
        gauge("cacheMisses", cacheMisses);
        group.histogram("latencyMillis", latency);
    }

    /** Adds the gauges of a client. */
    void watch(CircuitBreaker breaker, IntSupplier inFlight) {
        group.gauge("breakerState", (Gauge<Integer>) () -> breaker.state().number());
        group.gauge("inFlight", (Gauge<Integer>) inFlight::getAsInt);
    }

    void requestSent() {
        requests.incrementAndGet();
    }

    void retried() {
        retries.incrementAndGet();
    }

    void failed() {
        errors.incrementAndGet();
    }

    void cacheHit() {
        cacheHits.incrementAndGet();
    }

    void cacheMiss() {
        cacheMisses.incrementAndGet();
    }

    void answered(long millis) {
        latency.update(millis);
    }

    private void gauge(String name, AtomicLong value) {
        group.gauge(name, (Gauge<Long>) value::get);
    }
}
