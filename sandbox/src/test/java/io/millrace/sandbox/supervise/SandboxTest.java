package io.millrace.sandbox.supervise;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.sandbox.state.ProcessIdentity;
import io.millrace.sandbox.state.StateFolder;
import io.millrace.sandbox.state.SupervisorRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class SandboxTest {

    @TempDir
    Path temporary;

    private StateFolder folder;
    private Sandbox sandbox;

    @BeforeEach
    void createFolder() {
        folder = new StateFolder(temporary.resolve("x/sandbox"));
        folder.create();
        sandbox = new Sandbox(folder, "none", List.of());
    }

    @Test
    void nothingRunsInAnEmptyFolder() throws Exception {
        assertThat(sandbox.running()).isEmpty();
        assertThat(sandbox.status()).isEmpty();
        assertThat(sandbox.down()).isFalse();
    }

    @Test
    void anotherProcessWithARecycledPidIsNeverSignalled() throws Exception {
        Process stranger = new ProcessBuilder("sleep", "60").start();
        try {
            ProcessIdentity now = ProcessIdentity.of(stranger.toHandle());
            ProcessIdentity before = new ProcessIdentity(now.pid(), now.start().minus(Duration.ofHours(1)));
            new SupervisorRecord(before, 1, "token", Map.of("kafka", before)).write(folder);
            Files.writeString(folder.sandboxProperties(), "kafka.brokers=127.0.0.1:1");

            assertThat(sandbox.running()).isEmpty();
            sandbox.down();

            assertThat(stranger.isAlive()).isTrue();
            assertThat(folder.sandboxProperties()).doesNotExist();
            assertThat(folder.supervisorProperties()).doesNotExist();
        } finally {
            stranger.destroyForcibly();
        }
    }

    @Test
    void theEndOfServersThatADeadSupervisorLeftIsAwaited() throws Exception {
        Process leftover = new ProcessBuilder("sleep", "1").start();
        ProcessIdentity dead = new ProcessIdentity(leftover.pid(), null);
        ProcessIdentity server = ProcessIdentity.of(leftover.toHandle());
        new SupervisorRecord(
                        new ProcessIdentity(dead.pid(), server.start().minusSeconds(100)),
                        1,
                        "token",
                        Map.of("kafka", server))
                .write(folder);

        assertThat(sandbox.down()).isTrue();

        assertThat(leftover.isAlive()).isFalse();
    }

    @Test
    void wipingDeletesTheDataAndKeepsTheLogs() throws IOException {
        Files.writeString(folder.data().resolve("data.properties"), "x=1");
        Files.writeString(folder.log("kafka"), "");

        sandbox.wipe();

        assertThat(folder.data()).doesNotExist();
        assertThat(folder.log("kafka")).exists();
    }
}
