package io.millrace.sandbox.traffic;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.random.RandomGenerator;

/** The orders that may still be changed or deleted in time, kept by window. */
final class OpenOrders {
    private final NavigableMap<MinuteWindow, List<OrderTally>> byWindow = new TreeMap<>();
    private int size;

    void add(OrderTally tally) {
        byWindow.computeIfAbsent(tally.order().window(), window -> new ArrayList<>())
                .add(tally);
        size++;
    }

    /** Takes out any order, each with the same probability; empty when there is none. */
    Optional<OrderTally> take(RandomGenerator random) {
        if (size == 0) {
            return Optional.empty();
        }
        int index = random.nextInt(size);
        for (List<OrderTally> orders : byWindow.values()) {
            if (index < orders.size()) {
                size--;
                OrderTally last = orders.remove(orders.size() - 1);
                return Optional.of(index == orders.size() ? last : orders.set(index, last));
            }
            index -= orders.size();
        }
        throw new IllegalStateException("size disagrees with the windows");
    }

    /** Takes out the orders whose windows are no longer surely open once {@code greatest} was sent. */
    List<OrderTally> retire(Instant greatest) {
        List<OrderTally> retired = new ArrayList<>();
        while (!byWindow.isEmpty() && !byWindow.firstKey().isSurelyOpen(greatest)) {
            retired.addAll(byWindow.pollFirstEntry().getValue());
        }
        size -= retired.size();
        return retired;
    }
}
