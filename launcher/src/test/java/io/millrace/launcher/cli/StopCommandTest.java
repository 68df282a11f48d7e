package io.millrace.launcher.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code savepoint} and {@code stop} on a cluster of this JVM. */
final class StopCommandTest {

    private static TestCluster cluster;

    @TempDir
    private Path folder;

    @BeforeAll
    static void startTheCluster() throws Exception {
        cluster = TestCluster.start();
    }

    @AfterAll
    static void closeTheCluster() {
        cluster.close();
    }

    @BeforeEach
    void makeProject() throws Exception {
        write(
                "millrace.yaml",
                "project: shop\nenvironments:\n  cluster:\n    target: { rest: \"" + cluster.address() + "\" }\n");
        write("sql/in.sql", "CREATE TABLE src (id BIGINT) WITH ('connector' = 'datagen');\n");
        write(
                "sql/out.sql",
                "CREATE TABLE dst (id BIGINT) WITH ('connector' = 'blackhole');\nINSERT INTO dst SELECT id FROM src;\n");
        pipeline("orders", "streaming");
        pipeline("report", "batch");
    }

    @AfterEach
    void endAllJobs() {
        run("stop", "--all", "--without-savepoint");
    }

    @Test
    void aSavepointIsTakenWhileTheJobGoesOn() throws Exception {
        running("orders");

        CommandRun run =
                run("savepoint", "orders", "--to", folder.resolve("kept").toString());

        assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCode.DONE);
        assertThat(metadata(run.out())).exists();
        assertThat(run("status", "orders").out()).contains("RUNNING");
    }

    @Test
    void aStoppedPipelineHasASavepointAndStopsOnce() throws Exception {
        running("orders");

        CommandRun first = run("stop", "orders", "--to", folder.resolve("kept").toString());
        CommandRun second = run("stop", "orders");

        assertThat(first.exitCode()).as(first.err()).isEqualTo(ExitCode.DONE);
        assertThat(metadata(first.out())).exists();
        assertThat(run("status", "orders").out()).contains("FINISHED");
        assertThat(second.exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(second.err()).isEqualTo("millrace: 'orders' has no running job\n");
    }

    @Test
    void batchJobsAndThoseThatNeedNoSavepointAreCancelled() throws Exception {
        running("orders");
        running("report");

        assertThat(run("stop", "report").out()).isEqualTo("report  cancelled\n");
        assertThat(run("stop", "--all", "--without-savepoint").out()).isEqualTo("orders  cancelled\n");
        assertThat(run("status").out()).doesNotContain("RUNNING").contains("CANCELED");
    }

    @Test
    void aClusterWithoutAPlaceForSavepointsSaysSoAndTheJobGoesOn() throws Exception {
        running("orders");

        CommandRun run = run("stop", "orders");

        assertThat(run.exitCode()).isEqualTo(ExitCode.JOB_FAILED);
        assertThat(run.err()).contains("/stop: Config key [execution.checkpointing.savepoint-dir] is not set");
        assertThat(run("status", "orders").out()).contains("RUNNING");
    }

    @Test
    void aSavepointThatCannotBeWrittenSaysWhyAndTheJobGoesOn() throws Exception {
        running("orders");
        write("a-file", "");

        CommandRun run = run(
                "savepoint", "orders", "--to", folder.resolve("a-file/below").toString());

        assertThat(run.exitCode()).isEqualTo(ExitCode.JOB_FAILED);
        assertThat(run.err()).contains("a-file").doesNotContain("\tat ");
        assertThat(run("status", "orders").out()).contains("RUNNING");
    }

    @Test
    void nothingIsStoppedWithoutAWordAndNothingIsSavedThatDoesNotRun() throws Exception {
        running("orders");

        assertThat(run("stop").exitCode()).isEqualTo(ExitCode.WRONG_USAGE);
        assertThat(run("stop", "orders", "--all").exitCode()).isEqualTo(ExitCode.WRONG_USAGE);
        assertThat(run("status", "orders").out()).contains("RUNNING");
        assertThat(run("savepoint", "report").exitCode()).isEqualTo(ExitCode.JOB_FAILED);
    }

    /** Submits a job and waits until it has a checkpoint, so that all its operators run. */
    private void running(String pipeline) throws Exception {
        cluster.submit(pipeline);
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> run("status", pipeline).out().contains(" ago, "));
    }

    private static Path metadata(String out) {
        return Path.of(out.strip().replaceFirst("^orders  file:", "")).resolve("_metadata");
    }

    private CommandRun run(String verb, String... arguments) {
        List<String> all = new ArrayList<>(List.of(verb, "-e", "cluster"));
        all.addAll(List.of(arguments));
        return CommandRun.in(folder, all.toArray(String[]::new));
    }

    private void pipeline(String name, String mode) throws IOException {
        write(
                "pipelines/" + name + ".yaml",
                "pipeline: " + name + "\nmode: " + mode + "\ningest: [sql/in.sql]\nsink: [sql/out.sql]\n");
    }

    private void write(String file, String content) throws IOException {
        Path path = folder.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, content);
    }
}
