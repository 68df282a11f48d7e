package io.millrace.sandbox.artifact;

import java.io.PrintStream;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.aether.transfer.AbstractTransferListener;
import org.eclipse.aether.transfer.TransferEvent;
import org.eclipse.aether.transfer.TransferResource;

/** Shows downloads: one moving line on a terminal, otherwise one line for each finished file above 1 MB. */
public final class TransferProgress extends AbstractTransferListener {

    private static final long WORTH_A_LINE = 1_000_000;
    private static final long REDRAW_NANOS = 100_000_000;
    private static final int WIDTH = 30;

    private final PrintStream out;
    private final boolean moving;
    private final Map<TransferResource, Long> running = new ConcurrentHashMap<>();
    private long drawn;

    /**
     * Writes to a stream.
     *
     * @param moving whether the stream is a terminal on which a line may be redrawn
     */
    public TransferProgress(PrintStream out, boolean moving) {
        this.out = out;
        this.moving = moving;
    }

    @Override
    public void transferProgressed(TransferEvent event) {
        running.put(event.getResource(), event.getTransferredBytes());
        if (moving) {
            draw(event);
        }
    }

    @Override
    public synchronized void transferSucceeded(TransferEvent event) {
        running.remove(event.getResource());
        if (event.getTransferredBytes() >= WORTH_A_LINE) {
            clear();
            out.printf(
                    Locale.ROOT,
                    "downloaded %s (%d MB)%n",
                    name(event.getResource()),
                    event.getTransferredBytes() / 1_000_000);
        }
        if (running.isEmpty()) {
            clear();
        }
    }

    @Override
    public synchronized void transferFailed(TransferEvent event) {
        running.remove(event.getResource());
        clear();
    }

    private synchronized void draw(TransferEvent event) {
        long now = System.nanoTime();
        long total = event.getResource().getContentLength();
        if (total < WORTH_A_LINE || now - drawn < REDRAW_NANOS) {
            return;
        }
        drawn = now;
        int full = (int) (WIDTH * Math.min(event.getTransferredBytes(), total) / total);
        out.printf(
                Locale.ROOT,
                "\r\033[K%s%s %4d/%d MB %s",
                "#".repeat(full),
                "-".repeat(WIDTH - full),
                event.getTransferredBytes() / 1_000_000,
                total / 1_000_000,
                name(event.getResource()));
        out.flush();
    }

    private void clear() {
        if (moving) {
            out.print("\r\033[K");
            out.flush();
        }
    }

    private static String name(TransferResource resource) {
        String path = resource.getResourceName();
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
