package io.millrace.sandbox.traffic;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * The rows of one run that are surely in time: a pure function of settings, run number and starting ids.
 *
 * <p>A new order comes in order of event time, or up to {@link #MOST_DELAY} behind it as long as its window is
 * {@linkplain MinuteWindow#isSurelyOpen surely open}; orders of such windows are changed and deleted. Insertions go
 * first in a batch, and changes are judged by the greatest event time after them.
 */
public final class OrderStream {

    /**
     * Cancelled orders sent before and after a run; with few partitions, the chance that one gets none is negligible.
     */
    public static final int MARKERS = 64;

    /**
     * How long after the greatest event time of a run its closing rows stand, so that every window of the run fires.
     */
    public static final Duration CLOSING = Duration.ofMinutes(2);

    private static final Duration MOST_DELAY = Duration.ofSeconds(25);
    private static final int OUT_OF_ORDER_PERCENT = 15;
    private static final double CHANGES_PER_ORDER = 0.3;
    private static final double DELETIONS_PER_ORDER = 0.03;
    private static final int ORDERS_PER_CUSTOMER = 40;

    private final TrafficSettings settings;
    private final EventClock clock;
    private final IdSequence customerIds;
    private final OrderFactory factory;
    private final RandomGenerator random;
    private final OpenOrders open = new OpenOrders();
    private final List<OrderTally> retired = new ArrayList<>();
    private Instant greatest;
    private long batch;

    /** Prepares run number {@code run}; the ids go on where an earlier run ended. */
    public OrderStream(
            TrafficSettings settings, long run, EventClock clock, IdSequence orderIds, IdSequence customerIds) {
        this.settings = settings;
        this.clock = clock;
        this.customerIds = customerIds;
        factory = new OrderFactory(orderIds, customerIds);
        random = new SplittableRandom(settings.seed() * 31 + run);
        greatest = clock.base();
    }

    /** Returns the opening rows, which make every partition active, and on the first run the first customers. */
    public OrderBatch open() {
        int missing = (int) Math.max(0, OrderFactory.FIRST_CUSTOMERS - (customerIds.peek() - 1));
        List<Customer> customers =
                Stream.generate(() -> newCustomer(clock.base())).limit(missing).toList();
        return markers(customers, clock.base());
    }

    /** Tells whether the run has another batch. */
    public boolean hasNext() {
        return batch < settings.batches();
    }

    /** Returns how far into the run the next batch is due. */
    public Duration due() {
        return settings.due(batch);
    }

    /** Returns the next batch; it may be empty. */
    public OrderBatch next() {
        long from = settings.ordersBefore(batch);
        long to = settings.ordersBefore(++batch);
        List<Customer> customers = new ArrayList<>();
        List<OrderChange> changes = new ArrayList<>();
        for (long number = from; number < to; number++) {
            if ((number + 1) % ORDERS_PER_CUSTOMER == 0) {
                customers.add(newCustomer(onTime(number)));
            }
            changes.add(insert(number));
        }
        retired.addAll(open.retire(greatest));
        addChanges(changes, quota(CHANGES_PER_ORDER, from, to));
        addDeletions(changes, quota(DELETIONS_PER_ORDER, from, to));
        return new OrderBatch(List.copyOf(customers), List.copyOf(changes), greatest);
    }

    /** Returns the closing rows, after which the windows of the run fire. */
    public OrderBatch close() {
        return markers(List.of(), greatest.plus(CLOSING));
    }

    /** Takes the orders that this stream will not touch again, since the last call; late changes may. */
    public List<OrderTally> takeRetired() {
        List<OrderTally> taken = List.copyOf(retired);
        retired.clear();
        return taken;
    }

    private OrderChange insert(long number) {
        Order order = factory.create(eventTime(number), random);
        greatest = order.time().isAfter(greatest) ? order.time() : greatest;
        OrderChange change = OrderChange.insert(order, Timing.IN_TIME);
        open.add(change.after());
        return change;
    }

    private Instant eventTime(long number) {
        Instant onTime = onTime(number);
        if (random.nextInt(100) >= OUT_OF_ORDER_PERCENT) {
            return onTime;
        }
        Instant behind = onTime.minusMillis(random.nextLong(1, MOST_DELAY.toMillis()));
        boolean allowed =
                !behind.isBefore(clock.base()) && MinuteWindow.of(behind).isSurelyOpen(greatest);
        return allowed ? behind : onTime;
    }

    private Instant onTime(long number) {
        return clock.at(Duration.ofNanos(Math.round(number / settings.rate() * 1e9)));
    }

    private void addChanges(List<OrderChange> changes, long count) {
        for (long i = 0; i < count; i++) {
            open.take(random).ifPresent(before -> {
                OrderChange change = OrderChange.update(before, factory.change(before.order(), random), Timing.IN_TIME);
                open.add(change.after());
                changes.add(change);
            });
        }
    }

    private void addDeletions(List<OrderChange> changes, long count) {
        for (long i = 0; i < count; i++) {
            open.take(random).ifPresent(before -> changes.add(OrderChange.delete(before, Timing.IN_TIME)));
        }
    }

    private static long quota(double perOrder, long from, long to) {
        return (long) (perOrder * to) - (long) (perOrder * from);
    }

    private OrderBatch markers(List<Customer> customers, Instant time) {
        greatest = time;
        List<OrderChange> changes = LongStream.range(0, MARKERS)
                .mapToObj(i -> OrderChange.insert(factory.createMarker(time), Timing.IN_TIME))
                .toList();
        return new OrderBatch(customers, changes, greatest);
    }

    private Customer newCustomer(Instant createdAt) {
        return Customer.withId(customerIds.take(), createdAt);
    }
}
