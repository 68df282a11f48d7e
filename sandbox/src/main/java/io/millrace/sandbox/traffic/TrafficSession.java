package io.millrace.sandbox.traffic;

import io.millrace.sandbox.traffic.OrderChange.Kind;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** A run's streams and where they stand; every batch that it sends is one transaction with its tally and its state. */
final class TrafficSession {
    private final Connection connection;
    private final TallyStore tally;
    private final ShopWriter shop;
    private final IdSequence orderIds;
    private final IdSequence customerIds;
    private final OrderStream stream;
    private final LateStream lateStream;
    private final PastOrders past = new PastOrders();
    private TrafficState state;
    private TrafficProgress progress;

    private TrafficSession(Connection connection, TallyStore tally, TrafficState state, TrafficSettings settings) {
        this.connection = connection;
        this.tally = tally;
        this.state = state;
        shop = new ShopWriter(connection);
        orderIds = new IdSequence(state.nextOrderId());
        customerIds = new IdSequence(state.nextCustomerId());
        EventClock clock = EventClock.after(state.greatest(), settings.speed());
        stream = new OrderStream(settings, state.runs(), clock, orderIds, customerIds);
        lateStream = new LateStream(settings.seed(), state.runs(), new OrderFactory(orderIds, customerIds), past);
        progress = TrafficProgress.start(clock.base());
    }

    /** Begins the run that follows the last one on this data. */
    static TrafficSession begin(Connection connection, TrafficSettings settings) throws SQLException {
        TallyStore tally = TallyStore.open(connection);
        TrafficSession session =
                new TrafficSession(connection, tally, tally.loadState().nextRun(), settings);
        List<OrderTally> newestFirst = tally.loadPast();
        newestFirst.forEach(session.past::add);
        return session;
    }

    OrderStream stream() {
        return stream;
    }

    TrafficProgress progress() {
        return progress;
    }

    /** Returns the late changes that go with {@code batch}. */
    List<OrderChange> late(OrderBatch batch, MinuteWindow fired) {
        return lateStream.next(batch.changes(Kind.INSERT).size(), fired);
    }

    TrafficProgress send(OrderBatch batch, MinuteWindow fired) throws SQLException {
        stream.takeRetired().forEach(past::add);
        commit(batch, state.after(batch, orderIds, customerIds));
        progress = progress.plus(batch, fired);
        return progress;
    }

    void sendMarkers(OrderBatch batch) throws SQLException {
        commit(batch, state.after(batch, orderIds, customerIds).withMarkersSent());
    }

    private void commit(OrderBatch batch, TrafficState after) throws SQLException {
        shop.write(batch);
        tally.save(batch, after);
        connection.commit();
        state = after;
    }
}
