package io.millrace.sandbox.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.millrace.sandbox.state.FileLocks;
import io.millrace.sandbox.state.ProcessIdentity;
import io.millrace.sandbox.state.StateFolder;
import io.millrace.sandbox.state.SupervisorRecord;
import java.io.IOException;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MainTest {

    @TempDir
    Path temporary;

    private String state;

    @BeforeEach
    void nameState() {
        state = temporary.resolve("project/.millrace/sandbox").toString();
    }

    @ParameterizedTest
    @ValueSource(strings = {"up", "down", "status", "logs"})
    void everyCommandHasHelp(String command) {
        CommandLineRun run = CommandLineRun.of(command, "--help");

        assertThat(run.code()).isZero();
        assertThat(run.out()).contains("Usage: millrace sandbox " + command).doesNotContain("--state");
        assertThat(CommandLineRun.of("--help").out()).contains(command);
    }

    @Test
    void noCommandIsWrongUsage() {
        assertThat(CommandLineRun.of().code()).isEqualTo(2);
    }

    @Test
    void anUnknownServerIsWrongUsage() {
        CommandLineRun run = CommandLineRun.of("up", "--state", state, "--server", "oracle");

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("oracle").containsIgnoringCase("mysql");
    }

    @Test
    void anUpThatNamesNothingIsWrongUsage() {
        CommandLineRun run = CommandLineRun.of("up", "--state", state);

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err().strip()).isEqualTo("nothing to start: name a server with --server, or give --cluster");
    }

    @Test
    void aClusterThatRunsWithoutZooKeeperIsNotGivenOne() throws IOException {
        StateFolder folder = new StateFolder(Path.of(state));
        folder.create();
        ProcessIdentity self = ProcessIdentity.of(ProcessHandle.current());
        new SupervisorRecord(self, 1, "token", Map.of("flink", self)).write(folder);

        CommandLineRun run = CommandLineRun.of("up", "--state", state, "--high-availability");

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("the cluster runs without ZooKeeper: run `sandbox down` first");
    }

    @Test
    void aFileThatDoesNotExistIsWrongUsageAndNothingIsStarted() {
        CommandLineRun run =
                CommandLineRun.of("up", "--state", state, "--server", "mysql", "--mysql-script", "no/such.sql");

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("no/such.sql is not a file");
        assertThat(Path.of(state)).doesNotExist();
    }

    @Test
    void whatBelongsToAServerNeedsThatServer() {
        CommandLineRun run = CommandLineRun.of("up", "--state", state, "--server", "mysql", "--topic", "orders:1");

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err().strip()).isEqualTo("--topic needs --server kafka");
    }

    @Test
    void aFolderWithoutASandboxIsDown() throws IOException {
        CommandLineRun text = CommandLineRun.of("status", "--state", state);
        JsonNode json = new ObjectMapper()
                .readTree(CommandLineRun.of("status", "--state", state, "--format", "json")
                        .out());

        assertThat(text.out().strip()).isEqualTo("down");
        assertThat(json.get("up").asBoolean()).isFalse();
        assertThat(json.get("servers")).isEmpty();
    }

    @Test
    void downWithoutASandboxIsDone() {
        CommandLineRun run = CommandLineRun.of("down", "--state", state);

        assertThat(run.code()).isZero();
        assertThat(run.err()).contains("nothing to stop");
    }

    @Test
    void whoMeetsAnotherCommandIsToldSo() throws IOException {
        StateFolder folder = new StateFolder(Path.of(state));
        folder.create();
        FileLock held = FileLocks.tryLock(folder.lock()).orElseThrow();
        try {
            CommandLineRun run = CommandLineRun.of("down", "--state", state, "--wait", "0");

            assertThat(run.code()).isEqualTo(8);
            assertThat(run.err()).contains("another process holds");
        } finally {
            held.acquiredBy().close();
        }
    }

    @Test
    void logsShowTheLastLines() throws IOException {
        StateFolder folder = new StateFolder(Path.of(state));
        folder.create();
        Files.writeString(folder.log("kafka"), "one\ntwo\nthree\n");
        Files.writeString(folder.log("mysql"), "four\n");

        assertThat(CommandLineRun.of("logs", "--state", state, "kafka", "-n", "2")
                        .out())
                .isEqualTo("two\nthree\n");
        assertThat(CommandLineRun.of("logs", "--state", state, "-n", "1").out())
                .isEqualToNormalizingNewlines("==> kafka <==\nthree\n==> mysql <==\nfour\n");
    }

    @Test
    void logsOfAnUnknownServerAreWrongUsage() {
        assertThat(CommandLineRun.of("logs", "--state", state, "../secrets").code())
                .isEqualTo(2);
    }
}
