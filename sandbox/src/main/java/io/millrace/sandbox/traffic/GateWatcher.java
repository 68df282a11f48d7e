package io.millrace.sandbox.traffic;

import io.millrace.sandbox.state.SandboxException;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** Looks through the late gate twice a second, beside the writing, so that a slow answer never holds up the traffic. */
final class GateWatcher implements AutoCloseable {
    private static final long PERIOD_MILLIS = 500;

    private final SandboxConnections servers;
    private final String group;
    private final LateGate gate = new LateGate();
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread created = new Thread(task, "late gate");
        created.setDaemon(true);
        return created;
    });
    private SandboxPipelineView view;
    private volatile MinuteWindow fired;
    private volatile String obstacle = "no result row of orders-per-minute was seen";

    GateWatcher(SandboxConnections servers, String group) {
        this.servers = servers;
        this.group = group;
        ScheduledFuture<?> unused = thread.scheduleWithFixedDelay(this::look, 0, PERIOD_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** Returns the latest window for which rows are surely late. */
    Optional<MinuteWindow> fired() {
        return Optional.ofNullable(fired);
    }

    /** Says why the gate is closed. */
    String obstacle() {
        return obstacle;
    }

    @Override
    public void close() {
        thread.execute(() -> {
            if (view != null) {
                view.close();
            }
        });
        thread.shutdown();
    }

    private void look() {
        try {
            if (view == null) {
                view = new SandboxPipelineView(servers, group);
            }
            gate.observe(view);
            fired = gate.fired().orElse(null);
            if (gate.awaitsCheckpoint()) {
                obstacle = "no checkpoint of orders-per-minute (group " + group + ") covered its first result";
            }
        } catch (SandboxException e) {
            obstacle = e.getMessage();
        } catch (RuntimeException e) {
            // A scheduled task that throws is never run again; a closed gate with a reason serves the user better.
            obstacle = e.toString();
        }
    }
}
