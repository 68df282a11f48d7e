package io.millrace.sandbox.traffic;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The rows of one transaction: new customers, then order changes in the order in which they are sent, insertions first.
 *
 * @param greatest the greatest event time sent once the batch is
 */
public record OrderBatch(List<Customer> customers, List<OrderChange> changes, Instant greatest) {

    /** Returns this batch with late changes added, each among those of its kind. */
    public OrderBatch with(List<OrderChange> late) {
        if (late.isEmpty()) {
            return this;
        }
        List<OrderChange> all = new ArrayList<>(changes);
        all.addAll(late);
        all.sort(Comparator.comparing(OrderChange::kind));
        return new OrderBatch(customers, List.copyOf(all), greatest);
    }

    /** Returns the changes of one kind, in order. */
    public List<OrderChange> changes(OrderChange.Kind kind) {
        return changes.stream().filter(change -> change.kind() == kind).toList();
    }

    /** Counts the changes with this timing. */
    public long count(Timing timing) {
        return changes.stream().filter(change -> change.timing() == timing).count();
    }
}
