package io.millrace.sandbox.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class ProcessIdentityTest {

    private final ProcessIdentity self = ProcessIdentity.of(ProcessHandle.current());

    @Test
    void aRunningProcessIsFound() {
        assertThat(self.find()).contains(ProcessHandle.current());
    }

    @Test
    void aLaterProcessWithTheSamePidIsNotTakenForIt() {
        ProcessIdentity earlier = new ProcessIdentity(self.pid(), self.start().minus(Duration.ofMinutes(5)));

        assertThat(earlier.find()).isEmpty();
    }

    @Test
    void aSmallStepOfTheClockDoesNotHideIt() {
        assertThat(new ProcessIdentity(self.pid(), self.start().plusSeconds(1)).isAlive())
                .isTrue();
    }

    @Test
    void aProcessWhoseStartIsUnknownIsNeverFound() {
        assertThat(new ProcessIdentity(self.pid(), null).isAlive()).isFalse();
    }

    @Test
    void anEndedProcessIsNotAlive() throws IOException, InterruptedException {
        Process process = new ProcessBuilder("sleep", "60").start();
        ProcessIdentity identity = ProcessIdentity.of(process.toHandle());
        process.destroyForcibly().waitFor();

        assertThat(identity.isAlive()).isFalse();
    }

    @Test
    void aDeadProcessThatNobodyCollectsIsNotAlive() throws IOException {
        // exec replaces the shell, the only process that would collect its dead child.
        Process parent = new ProcessBuilder("sh", "-c", "sleep 0.2 & exec sleep 60").start();
        try {
            Awaitility.await().until(() -> parent.children().count() == 1);
            ProcessIdentity child =
                    ProcessIdentity.of(parent.children().findFirst().orElseThrow());

            Awaitility.await().atMost(Duration.ofSeconds(5)).until(() -> !child.isAlive());

            assertThat(ProcessHandle.of(child.pid())).isPresent();
        } finally {
            parent.destroyForcibly();
        }
    }
}
