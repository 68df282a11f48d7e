package io.millrace.launcher.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code run} does with a project that needs no server: results, state, signals and exit codes. */
final class EmbeddedRunIT {

    @TempDir
    private Path folder;

    private PackagedCli cli;

    @BeforeEach
    void initProject() {
        new PackagedCli(folder).run("init", ".").succeeded();
        cli = new PackagedCli(folder);
    }

    @AfterEach
    void endRuns() {
        cli.endAll();
    }

    @Test
    void theProjectOfInitPrintsRowsForAsLongAsAsked() {
        PackagedCli.Result result = cli.run("run", "--for", "12s").succeeded();
        assertThat(result.out()).contains("+I[").containsPattern("hello-orders +stopped +[1-9]");
        assertThat(result.err().lines()).startsWith("hello-orders: starts without state", "hello-orders: running");
        assertThat(folder.resolve(".millrace/logs/run.log")).isNotEmptyFile();
    }

    @Test
    void ctrlCLeavesACheckpointThatTheNextRunResumesFrom() throws Exception {
        Process run = cli.startInForeground(folder.resolve("first.out"), "run");
        await().atMost(Duration.ofMinutes(1)).until(() -> read("first.out").contains("running"));
        cli.shell("kill -INT " + run.pid()).succeeded();
        assertThat(run.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(run.exitValue()).isEqualTo(130);
        assertThat(read("first.out")).contains("a last checkpoint is taken");
        assertThat(cli.run("run", "--for", "1s").succeeded().err()).contains("resumes from chk-");
    }

    @Test
    void changedSqlIsRefusedUntilFreshIsAsked() throws IOException {
        cli.run("run", "--for", "7s").succeeded();
        Path view = folder.resolve("sql/transform/orders_per_window.sql");
        Files.writeString(view, Files.readString(view).replace("COUNT(*)", "COUNT(category)"));
        PackagedCli.Result refused = cli.run("run", "--for", "1s");
        assertThat(refused.exitCode()).isEqualTo(5);
        assertThat(refused.err()).contains("error[MR702]", "--fresh");
        assertThat(cli.run("run", "--for", "1s", "--fresh").succeeded().err()).contains("starts without state");
    }

    @Test
    void oneProjectRunsAPipelineOnce() {
        Process run = start("first.out");
        await().atMost(Duration.ofMinutes(1)).until(() -> read("first.out").contains("running"));
        PackagedCli.Result second = cli.run("run", "--for", "1s");
        run.destroy();
        assertThat(second.exitCode()).isEqualTo(8);
        assertThat(second.err()).contains("error[MR703]", "already running");
    }

    @Test
    void aJobThatKeepsFailingEndsTheRunWithItsReason() throws IOException {
        Path sink = folder.resolve("sql/sink/printed_orders.sql");
        Files.writeString(
                sink,
                Files.readString(sink)
                        .replace("SELECT window_start, category", "SELECT window_start, 1 / (orders - orders)"));
        Path view = folder.resolve("sql/transform/orders_per_window.sql");
        Files.writeString(
                view,
                Files.readString(view)
                        .replace("COUNT(*)", "CAST(COUNT(*) AS INT)")
                        .replace("5' SECOND", "1' SECOND"));
        Files.writeString(sink, Files.readString(sink).replace("orders       BIGINT", "orders       INT"));
        PackagedCli.Result result = cli.run("run", "--for", "60s");
        assertThat(result.exitCode()).as(result.err()).isEqualTo(6);
        assertThat(result.err()).contains("error[MR701]", "/ by zero").doesNotContain("\tat ");
    }

    @Test
    void aBatchPipelineRunsToItsEnd() throws IOException {
        Path descriptor = folder.resolve("pipelines/demo/hello-orders.yaml");
        Files.writeString(descriptor, Files.readString(descriptor) + "mode: batch\n");
        Path source = folder.resolve("sql/ingest/random_orders.sql");
        Files.writeString(
                source, Files.readString(source).replace("'rows-per-second' = '10'", "'number-of-rows' = '5000'"));
        PackagedCli.Result result = cli.run("run").succeeded();
        assertThat(result.out()).contains("+I[").containsPattern("hello-orders +finished +5000");
    }

    private Process start(String output) {
        return cli.start(folder.resolve(output), "run");
    }

    private String read(String file) {
        try {
            return Files.readString(folder.resolve(file));
        } catch (IOException e) {
            return "";
        }
    }
}
