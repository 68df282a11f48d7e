package io.millrace.launcher.release;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/**
 * The right to change one pipeline: a file that its holder writes anew every few seconds. One that is not written any
 * more, or whose process is gone from this host, is taken over; nobody's clock is compared with another's.
 */
public final class PipelineLock implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String FILE = "lock.json";
    private static final Duration RENEWAL = Duration.ofSeconds(3);
    private static final Duration STALE = Duration.ofSeconds(20);
    private static final Duration LOOK = Duration.ofMillis(500);

    private final StoreFolder folder;
    private final Holder holder;
    private final ScheduledExecutorService renewal;
    private volatile byte[] written;

    private PipelineLock(StoreFolder folder, Holder holder, byte[] written) {
        this.folder = folder;
        this.holder = holder;
        this.written = written;
        this.renewal = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread thread = new Thread(work, "lock-renewal");
            thread.setDaemon(true);
            return thread;
        });
        ScheduledFuture<?> unused = renewal.scheduleWithFixedDelay(
                this::renew, RENEWAL.toMillis(), RENEWAL.toMillis(), TimeUnit.MILLISECONDS);
    }

    static Optional<PipelineLock> take(StoreFolder folder) throws IOException, InterruptedException {
        return take(folder, STALE);
    }

    /**
     * The same for another patience.
     *
     * @param stale after which time a lock is taken over that is not written anew
     */
    static Optional<PipelineLock> take(StoreFolder folder, Duration stale) throws IOException, InterruptedException {
        Holder holder = Holder.self();
        Instant end = Instant.now().plus(stale);
        byte[] own = holder.renewed();
        byte[] first = null;
        while (!folder.create(FILE, own)) {
            Optional<byte[]> found = folder.read(FILE);
            if (found.isEmpty()) {
                continue;
            }
            first = first == null ? found.get() : first;
            if (!Arrays.equals(first, found.get())) {
                return Optional.empty();
            }
            if (Holder.of(found.get()).isGone() || Instant.now().isAfter(end)) {
                takeAway(folder, found.get());
            } else {
                Thread.sleep(LOOK.toMillis());
            }
        }
        return Optional.of(new PipelineLock(folder, holder, own));
    }

    /** Of several who find a dead lock one removes it; who comes later finds another file and leaves it. */
    private static void takeAway(StoreFolder folder, byte[] dead) throws IOException {
        if (folder.read(FILE).filter(now -> Arrays.equals(now, dead)).isPresent()) {
            folder.delete(FILE);
        }
    }

    /** Whoever slept for so long that it was taken over does not take it back. */
    private void renew() {
        try {
            if (isOwn()) {
                byte[] next = holder.renewed();
                folder.replace(FILE, next);
                written = next;
            }
        } catch (IOException e) {
            // The next renewal may succeed; the cluster refuses a second start in any case.
        }
    }

    @Override
    public void close() {
        renewal.shutdownNow();
        try {
            renewal.awaitTermination(RENEWAL.toSeconds(), TimeUnit.SECONDS);
            if (isOwn()) {
                folder.delete(FILE);
            }
        } catch (IOException e) {
            // It goes stale.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean isOwn() throws IOException {
        return folder.read(FILE).filter(now -> Arrays.equals(now, written)).isPresent();
    }

    /**
     * Who holds it.
     *
     * @param started when the process began, since process ids are used again
     * @param id another at every renewal
     */
    private record Holder(String host, long pid, String started, String id) {

        static Holder self() {
            return new Holder(hostName(), ProcessHandle.current().pid(), started(ProcessHandle.current()), "");
        }

        static Holder of(byte[] file) {
            try {
                return JSON.readValue(file, Holder.class);
            } catch (IOException e) {
                return new Holder("", 0, "", "");
            }
        }

        byte[] renewed() throws IOException {
            return JSON.writeValueAsString(
                            new Holder(host, pid, started, UUID.randomUUID().toString()))
                    .getBytes(StandardCharsets.UTF_8);
        }

        boolean isGone() {
            return host.equals(hostName())
                    && ProcessHandle.of(pid)
                            .filter(process -> started(process).equals(started))
                            .isEmpty();
        }

        private static String started(ProcessHandle process) {
            return process.info().startInstant().map(Instant::toString).orElse("");
        }

        private static String hostName() {
            try {
                return InetAddress.getLocalHost().getHostName();
            } catch (UnknownHostException e) {
                return "";
            }
        }
    }
}
