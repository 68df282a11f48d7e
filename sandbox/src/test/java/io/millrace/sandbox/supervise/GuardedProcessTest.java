package io.millrace.sandbox.supervise;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.sandbox.server.JavaProgram;
import io.millrace.sandbox.server.ServerCommand;
import io.millrace.sandbox.state.ProcessIdentity;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class GuardedProcessTest {

    private static final String WAIT = "while :; do sleep 0.05; done";

    @TempDir
    Path folder;

    @Test
    void aServerThatIsToldToStopStopsItsOwnWay() throws Exception {
        GuardedProcess process = start("trap 'echo goodbye; exit 0' TERM; echo hello; " + WAIT, "TERM", 10_000);
        awaitLog("hello");

        process.requestStop();
        process.awaitEnd(Duration.ofSeconds(10));

        assertThat(process.server().isAlive()).isFalse();
        assertThat(log()).hasContent("hello\ngoodbye");
    }

    @Test
    void theServersOwnSignalIsUsed() throws Exception {
        GuardedProcess process = start("trap 'echo two; exit 0' USR2; echo hello; " + WAIT, "USR2", 10_000);
        awaitLog("hello");

        process.requestStop();
        process.awaitEnd(Duration.ofSeconds(10));

        assertThat(log()).hasContent("hello\ntwo");
    }

    @Test
    void aServerThatIgnoresTheSignalIsKilledAfterTheGrace() throws Exception {
        GuardedProcess process = start("trap '' TERM; echo hello; " + WAIT, "TERM", 300);
        awaitLog("hello");

        process.requestStop();

        Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> !process.server()
                .isAlive());
    }

    @Test
    void stoppingOneLeavesTheOtherAlone() throws Exception {
        GuardedProcess first = start(WAIT, "TERM", 10_000);
        GuardedProcess second = start(WAIT, "TERM", 10_000);
        try {
            first.requestStop();
            first.awaitEnd(Duration.ofSeconds(10));

            assertThat(first.server().isAlive()).isFalse();
            assertThat(second.server().isAlive()).isTrue();
        } finally {
            second.requestStop();
            second.awaitEnd(Duration.ofSeconds(10));
        }
    }

    @Test
    void aServerThatEndsByItselfIsNoticed() throws Exception {
        GuardedProcess process = start("exit 3", "TERM", 10_000);

        assertThat(process.onExit().get(10, TimeUnit.SECONDS)).isSameAs(process);
        assertThat(process.isAlive()).isFalse();
    }

    @Test
    void aServerWhoseGuardIsKilledEndsToo() throws Exception {
        GuardedProcess process = start(WAIT, "TERM", 10_000);
        ProcessHandle guard =
                process.server().find().flatMap(ProcessHandle::parent).orElseThrow();
        var ended = process.onExit();

        guard.destroyForcibly();
        ended.get(10, TimeUnit.SECONDS);

        Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> !process.server()
                .isAlive());
    }

    @Test
    void wordsWithQuotesAndSpacesReachTheServerAsTheyAre() throws Exception {
        ServerCommand command =
                new ServerCommand(List.of("printf", "%s|", "a b", "$(touch x)", "'; exit 9", "*"), Map.of(), "TERM");
        GuardedProcess process = GuardedProcess.start(command, log(), folder, Duration.ofSeconds(10));
        process.onExit().get(10, TimeUnit.SECONDS);

        assertThat(log()).hasContent("a b|$(touch x)|'; exit 9|*|");
    }

    @Test
    void killingTheParentEndsTheServerGracefully() throws Exception {
        Process parent = new ProcessBuilder(JavaProgram.command(
                        List.of("-Xmx64m"),
                        System.getProperty("java.class.path"),
                        GuardHost.class.getName(),
                        List.of(log().toString(), "trap 'echo goodbye; exit 0' TERM; echo hello; " + WAIT)))
                .redirectError(new File("/dev/null"))
                .start();
        ProcessIdentity server = readIdentity(parent);
        awaitLog("hello");
        assertThat(server.isAlive()).isTrue();

        parent.destroyForcibly().waitFor();

        Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> !server.isAlive());
        assertThat(log()).hasContent("hello\ngoodbye");
    }

    private static ProcessIdentity readIdentity(Process parent) throws IOException {
        BufferedReader output =
                new BufferedReader(new InputStreamReader(parent.getInputStream(), StandardCharsets.US_ASCII));
        return ProcessIdentity.of(Long.parseLong(output.readLine())).orElseThrow();
    }

    private GuardedProcess start(String script, String signal, long graceMillis) throws IOException {
        ServerCommand command = new ServerCommand(List.of("sh", "-c", script), Map.of(), signal);
        return GuardedProcess.start(command, log(), folder, Duration.ofMillis(graceMillis));
    }

    private void awaitLog(String text) {
        Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> Files.readString(log())
                .contains(text));
    }

    private Path log() {
        return folder.resolve("server.log");
    }
}
