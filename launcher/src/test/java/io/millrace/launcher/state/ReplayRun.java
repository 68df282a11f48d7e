package io.millrace.launcher.state;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** What sources and sinks of the one job that runs share with the test: when to go on, and what was written. */
final class ReplayRun {

    /** Sources wait at half their rows, where a savepoint is taken. */
    static final int FIRST_ROWS = 6;

    private static volatile ReplayRun current = new ReplayRun(FIRST_ROWS);

    private volatile int limit;
    private final AtomicInteger waiting = new AtomicInteger();
    private final Map<String, List<String>> written = new ConcurrentHashMap<>();
    private final Map<String, Map<Object, Long>> counts = new ConcurrentHashMap<>();

    private ReplayRun(int limit) {
        this.limit = limit;
    }

    static ReplayRun start(int limit) {
        current = new ReplayRun(limit);
        return current;
    }

    static ReplayRun current() {
        return current;
    }

    int limit() {
        return limit;
    }

    /** Lets the sources go on to their ends. */
    void goOn() {
        waiting.set(0);
        limit = Integer.MAX_VALUE;
    }

    /** A source has given all rows up to a limit. */
    void arrivedAt(int reached) {
        if (reached == limit) {
            waiting.incrementAndGet();
        }
    }

    int waiting() {
        return waiting.get();
    }

    void write(String table, String change) {
        written.computeIfAbsent(table, name -> Collections.synchronizedList(new ArrayList<>()))
                .add(change);
    }

    /** One of the parallel instances of a sink has written so many rows in its life. */
    void count(String table, Object sink, long count) {
        counts.computeIfAbsent(table, name -> new ConcurrentHashMap<>()).put(sink, count);
    }

    /** All changes so far, by table. */
    Map<String, List<String>> written() {
        Map<String, List<String>> copy = new TreeMap<>();
        written.forEach((table, changes) -> copy.put(table, List.copyOf(changes)));
        return copy;
    }

    /** How many rows each sink says it has written in its whole life, which it knows from its own state. */
    Map<String, Long> counts() {
        Map<String, Long> sums = new TreeMap<>();
        counts.forEach((table, each) -> sums.put(
                table, each.values().stream().mapToLong(Long::longValue).sum()));
        return sums;
    }
}
