package io.millrace.launcher.release;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PipelineLockTest {

    private static final Duration STALE = Duration.ofSeconds(20);

    @TempDir
    private Path root;

    private ReleaseStore store;
    private Path file;

    @BeforeEach
    void open() {
        store = ReleaseStore.of(root.toString(), "shop", "prod");
        file = root.resolve("shop/prod/p/lock.json");
    }

    @Test
    void whileOneHoldsItAnotherDoesNotGetIt() throws Exception {
        PipelineLock held = store.lock("p").orElseThrow();
        assertThat(store.lock("p")).isEmpty();
        PipelineLock other = store.lock("q").orElseThrow();
        other.close();
        held.close();
    }

    @Test
    void closingReleasesIt() throws Exception {
        store.lock("p").orElseThrow().close();
        assertThat(file).doesNotExist();
        PipelineLock next = store.lock("p").orElseThrow();
        assertThat(file).exists();
        next.close();
    }

    @Test
    void theLockOfAProcessThatIsGoneIsTakenOverAtOnce() throws Exception {
        Process process = new ProcessBuilder("sleep", "60").start();
        String started = process.info().startInstant().map(Instant::toString).orElse("");
        process.destroyForcibly().waitFor();
        write(InetAddress.getLocalHost().getHostName(), process.pid(), started);
        Instant before = Instant.now();
        PipelineLock taken = store.lock("p").orElseThrow();
        assertThat(Duration.between(before, Instant.now())).isLessThan(STALE.dividedBy(2));
        taken.close();
        assertThat(file).doesNotExist();
    }

    @Test
    void anIdThatIsUsedAgainIsNotTheProcessThatIsGone() throws Exception {
        write(InetAddress.getLocalHost().getHostName(), ProcessHandle.current().pid(), Instant.EPOCH.toString());
        store.lock("p").orElseThrow().close();
    }

    @Test
    void theLockOfAnotherHostIsTakenOverWhenItIsNotRenewed() throws Exception {
        write("another-host", 1, Instant.EPOCH.toString());
        Duration patience = Duration.ofSeconds(1);
        Instant before = Instant.now();
        PipelineLock taken = PipelineLock.take(
                        new StoreFolder(new org.apache.flink.core.fs.Path(
                                file.getParent().toString())),
                        patience)
                .orElseThrow();
        assertThat(Duration.between(before, Instant.now())).isGreaterThanOrEqualTo(patience);
        taken.close();
    }

    @Test
    void closingLeavesALockThatSomeoneElseHasTakenOver() throws Exception {
        PipelineLock lost = store.lock("p").orElseThrow();
        write("another-host", 1, Instant.EPOCH.toString());
        String theirs = Files.readString(file);
        lost.close();
        assertThat(file).hasContent(theirs);
    }

    private void write(String host, long pid, String started) throws Exception {
        Files.createDirectories(file.getParent());
        Files.writeString(
                file,
                new ObjectMapper()
                        .writeValueAsString(Map.of("host", host, "pid", pid, "started", started, "id", "one")));
    }
}
