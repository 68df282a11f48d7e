package io.millrace.sandbox.traffic;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Makes whole streams for tests. */
final class Streams {

    private Streams() {}

    static TrafficSettings settings(long seed, double rate, int seconds, double speed) {
        return new TrafficSettings(seed, rate, Duration.ofSeconds(seconds), speed);
    }

    /** Returns all batches of a first run, opening and closing rows included. */
    static List<OrderBatch> firstRun(TrafficSettings settings) {
        EventClock clock = new EventClock(EventClock.START, settings.speed());
        OrderStream stream = new OrderStream(settings, 1, clock, new IdSequence(1), new IdSequence(1));
        List<OrderBatch> batches = new ArrayList<>();
        batches.add(stream.open());
        while (stream.hasNext()) {
            batches.add(stream.next());
        }
        batches.add(stream.close());
        return batches;
    }

    static List<OrderChange> changes(List<OrderBatch> batches) {
        return batches.stream().flatMap(batch -> batch.changes().stream()).toList();
    }
}
