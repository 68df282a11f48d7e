package io.millrace.sandbox.traffic;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** The most recent of the orders that can no longer be changed in time: what late changes pick from. */
final class PastOrders {

    /** How many are kept; an older one gives way to a newer one. */
    static final int CAPACITY = 10_000;

    private static final int TRIES = 8;

    private final List<OrderTally> orders = new ArrayList<>();
    private int oldest;

    void add(OrderTally tally) {
        if (orders.size() < CAPACITY) {
            orders.add(tally);
        } else {
            orders.set(oldest, tally);
            oldest = (oldest + 1) % CAPACITY;
        }
    }

    /** Takes out an order of window {@code fired} or of an earlier one; empty when none was found in a few tries. */
    Optional<OrderTally> take(RandomGenerator random, MinuteWindow fired) {
        for (int attempt = 0; attempt < TRIES && !orders.isEmpty(); attempt++) {
            int index = random.nextInt(orders.size());
            OrderTally found = orders.get(index);
            if (found.order().window().compareTo(fired) <= 0) {
                OrderTally last = orders.remove(orders.size() - 1);
                if (index < orders.size()) {
                    orders.set(index, last);
                }
                oldest = 0;
                return Optional.of(found);
            }
        }
        return Optional.empty();
    }
}
