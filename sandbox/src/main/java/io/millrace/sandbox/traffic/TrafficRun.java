package io.millrace.sandbox.traffic;

import io.millrace.sandbox.state.SandboxException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/** One run of traffic: sends the stream at its pace, each batch in one transaction with its tally. */
public final class TrafficRun {
    private static final int NO_SUCH_TABLE = 1146;

    private final SandboxConnections servers;
    private final TrafficSettings settings;
    private final PipelineWatch watch;
    private final StopSignal stop;
    private final Consumer<TrafficProgress> listener;

    /**
     * Prepares a run.
     *
     * @param watch how the run watches the pipelines
     * @param listener is told after each batch
     */
    public TrafficRun(
            SandboxConnections servers,
            TrafficSettings settings,
            PipelineWatch watch,
            StopSignal stop,
            Consumer<TrafficProgress> listener) {
        this.servers = servers;
        this.settings = settings;
        this.watch = watch;
        this.stop = stop;
        this.listener = listener;
    }

    /**
     * Sends the traffic and returns what was sent.
     *
     * @throws SandboxException when a server fails, the shop has no tables, or another run goes on
     */
    public TrafficSummary send() {
        try (Connection connection = servers.mysql();
                GateWatcher gate = new GateWatcher(servers, watch.group())) {
            return send(connection, gate);
        } catch (SQLException e) {
            if (e.getErrorCode() == NO_SUCH_TABLE) {
                throw SandboxException.usage("MySQL has no shop (" + e.getMessage()
                        + "): start the sandbox with the script sandbox/shop.sql");
            }
            throw SandboxConnections.failure("MySQL", e);
        }
    }

    private TrafficSummary send(Connection connection, GateWatcher gate) throws SQLException {
        TrafficSession session = TrafficSession.begin(connection, settings);
        OrderStream stream = session.stream();
        open(session);
        long start = System.nanoTime();
        while (stream.hasNext() && !stop.await(stream.due().minusNanos(System.nanoTime() - start))) {
            OrderBatch batch = stream.next();
            MinuteWindow fired = gate.fired().orElse(null);
            List<OrderChange> late = fired == null ? List.of() : session.late(batch, fired);
            listener.accept(session.send(batch.with(late), fired));
        }
        boolean stopped = stop.isRequested();
        if (!stopped) {
            session.sendMarkers(stream.close());
        }
        return new TrafficSummary(
                session.progress(), Duration.ofNanos(System.nanoTime() - start), stopped, gate.obstacle());
    }

    private void open(TrafficSession session) throws SQLException {
        OrderBatch opening = session.stream().open();
        if (watch.patience().isZero()) {
            session.sendMarkers(opening);
            return;
        }
        try (MarkerArrival arrival = new MarkerArrival(servers.kafkaBrokers())) {
            session.sendMarkers(opening);
            arrival.await(opening.changes().get(0).order().id(), watch.patience(), stop);
        }
    }
}
