package io.millrace.sandbox.traffic;

import io.millrace.sandbox.state.SandboxException;
import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Redraws the report tables on a terminal's alternate screen, twice a second, and gives the screen back when closed.
 */
public final class LiveDisplay implements Consumer<TrafficProgress>, AutoCloseable {
    private static final long PERIOD_MILLIS = 500;
    private static final String ENTER = "\u001b[?1049h\u001b[?25l";
    private static final String LEAVE = "\u001b[?25h\u001b[?1049l";
    // A terminal that knows synchronized output (mode 2026) shows each frame whole; others ignore it.
    private static final String FRAME_START = "\u001b[?2026h\u001b[H";
    private static final String FRAME_END = "\u001b[J\u001b[?2026l";
    private static final String LINE_END = "\u001b[K\r\n";

    private final SandboxConnections servers;
    private final PrintWriter terminal;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread created = new Thread(task, "live tables");
        created.setDaemon(true);
        return created;
    });
    private volatile TrafficProgress progress;

    /** Takes the terminal's screen. */
    public LiveDisplay(SandboxConnections servers, PrintWriter terminal) {
        this.servers = servers;
        this.terminal = terminal;
        terminal.print(ENTER);
        terminal.flush();
        ScheduledFuture<?> unused = thread.scheduleWithFixedDelay(this::draw, 0, PERIOD_MILLIS, TimeUnit.MILLISECONDS);
    }

    @Override
    public void accept(TrafficProgress sent) {
        progress = sent;
    }

    @Override
    public void close() {
        thread.shutdown();
        try {
            if (!thread.awaitTermination(2, TimeUnit.SECONDS)) {
                thread.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        terminal.print(LEAVE);
        terminal.flush();
    }

    static String frame(List<String> lines) {
        return FRAME_START + String.join(LINE_END, lines) + LINE_END + FRAME_END;
    }

    private void draw() {
        TrafficProgress sent = progress;
        if (sent != null && !thread.isShutdown()) {
            terminal.print(frame(content(sent)));
            terminal.flush();
        }
    }

    private List<String> content(TrafficProgress sent) {
        try (Connection postgres = servers.postgres()) {
            return LiveTables.lines(sent, ReportSnapshot.read(postgres));
        } catch (SandboxException | SQLException e) {
            return List.of(sent.line(), "", "the report tables cannot be read: " + e.getMessage());
        }
    }
}
