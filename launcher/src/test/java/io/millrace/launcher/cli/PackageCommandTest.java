package io.millrace.launcher.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code package} says of input that it cannot use; what it writes is run on a cluster elsewhere. */
final class PackageCommandTest {

    @TempDir
    private Path folder;

    @BeforeEach
    void makeProject() throws IOException {
        Files.writeString(folder.resolve("millrace.yaml"), "project: shop\n");
        Files.createDirectories(folder.resolve("pipelines"));
        Files.writeString(folder.resolve("pipelines/totals.yaml"), "pipeline: totals\nsink: [sql/totals.sql]\n");
        Files.createDirectories(folder.resolve("sql"));
        Files.writeString(
                folder.resolve("sql/totals.sql"),
                """
                CREATE TABLE src (k INT) WITH ('connector' = 'datagen');
                CREATE TABLE totals (k INT) WITH ('connector' = 'blackhole');
                INSERT INTO totals SELECT k FROM src;
                """);
    }

    @Test
    void aFolderThatExistsIsLeftAsItIs() throws Exception {
        Files.createDirectories(folder.resolve("made"));

        CommandRun run = CommandRun.in(folder, "package", "totals", "made");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).isEqualTo("millrace: made exists already\n");
        assertThat(folder.resolve("made")).isEmptyDirectory();
    }

    @Test
    void aDamagedPreviousReleaseIsNone() throws Exception {
        Files.createDirectories(folder.resolve("before"));
        Files.writeString(folder.resolve("before/release.json"), "{");

        CommandRun run = CommandRun.in(folder, "package", "totals", "next", "--previous", "before");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).isEqualTo("millrace: before is no folder that 'package' made of 'totals'\n");
        assertThat(folder.resolve("next")).doesNotExist();
    }

    @Test
    void anUnknownPipelineHasTheNearestName() {
        CommandRun run = CommandRun.in(folder, "package", "total", "next");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("there is no pipeline 'total'; did you mean 'totals'?");
    }
}
