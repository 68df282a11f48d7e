package io.millrace.launcher.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.millrace.launcher.release.Release;
import io.millrace.launcher.release.ReleaseStore;
import io.millrace.launcher.release.Releases;
import io.millrace.launcher.release.Start;
import io.millrace.launcher.release.StartResult;
import io.millrace.launcher.release.StartResult.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class HistoryCommandTest {

    @TempDir
    private Path root;

    @BeforeEach
    void writeProject() throws IOException {
        project("{ rest: \"http://127.0.0.1:1\", releases: \"${folder}\" }");
    }

    @Test
    void whatWasNeverDeployedHasNoHistoryAndLeavesNoFolder() {
        CommandRun run = run("p");
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out().strip()).matches("REVISION +STARTED.*RESULT");
        assertThat(root.resolve("kept")).doesNotExist();
    }

    @Test
    void startsAreShownTheNewestFirst() throws Exception {
        keep(1, Result.RUNNING, "");
        keep(2, Result.FAILED, "no slots");
        assertThat(run("p").out().lines())
                .satisfiesExactly(
                        header -> assertThat(header).startsWith("REVISION"),
                        second -> assertThat(second).startsWith("2 ").endsWith("failed: no slots"),
                        first -> assertThat(first).startsWith("1 ").endsWith("running"));
        assertThat(run("p", "2").out()).isEqualTo("-- revision 2\n");
        assertThat(run("p", "--format", "json").out()).contains("\"revision\" : 2", "\"reason\" : \"no slots\"");
    }

    @Test
    void whatRanUntilALaterOneRanIsReplaced() throws Exception {
        keep(1, Result.RUNNING, "");
        keep(2, Result.RUNNING, "");
        keep(3, Result.FAILED, "no slots");
        assertThat(run("p").out().lines().skip(1).map(line -> line.replaceFirst(".* ", "")))
                .containsExactly("slots", "running", "replaced");
        assertThat(new ObjectMapper()
                        .readTree(run("p", "--format", "json").out())
                        .findValuesAsText("result"))
                .containsExactly("failed", "running", "replaced");
    }

    @Test
    void pruningSaysWhatIsGone() throws Exception {
        for (int revision = 1; revision <= 3; revision++) {
            keep(revision, Result.RUNNING, "");
        }
        assertThat(run("p", "--prune", "2").out()).isEqualTo("removed revisions [1]\n");
        assertThat(run("p", "--prune", "2").out()).isEqualTo("nothing to remove\n");
        assertThat(run("p", "--prune", "0").exitCode()).isEqualTo(2);
    }

    @Test
    void aRevisionThatIsNotThereIsWrongUsage() {
        CommandRun run = run("p", "7");
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).isEqualTo("millrace: 'p' has no revision 7 here\n");
    }

    @Test
    void aStoreThatIsNoFolderIsShownAtItsPlace() throws IOException {
        for (String folder : List.of("hdfs://[x", " ")) {
            Files.writeString(
                    root.resolve("millrace.yaml"),
                    Files.readString(root.resolve("millrace.yaml"))
                            .replaceFirst("folder: .*", "folder: \"" + folder + "\" }"));
            CommandRun run = run("p");
            assertThat(run.exitCode()).as(run.err()).isEqualTo(1);
            assertThat(run.err()).contains("millrace.yaml:4:53: error[MR", "releases must name a folder");
        }
    }

    @Test
    void aFileSystemThatIsNotHereIsSaid() throws IOException {
        project("{ rest: \"http://127.0.0.1:1\", releases: \"nowhere://host/folder\" }");
        CommandRun run = run("p");
        assertThat(run.exitCode()).isEqualTo(7);
        assertThat(run.err())
                .startsWith("millrace: the release store nowhere://host/folder/shop/local cannot be read: ");
    }

    private void keep(int number, Result result, String reason) throws Exception {
        ReleaseStore store = ReleaseStore.of(root.resolve("kept").toString(), "shop", "local");
        Release release = Releases.of(number, "-- revision " + number + "\n", List.of());
        store.keep(release);
        store.keep(new Start("p", number, number, 1, "job-" + number, "", "me@here", "2026-01-01T00:00:00.000Z"));
        store.keep("p", new StartResult(number, result, "", reason, "2026-01-01T00:00:01Z"));
    }

    private CommandRun run(String... arguments) {
        String[] words = new String[arguments.length + 1];
        words[0] = "history";
        System.arraycopy(arguments, 0, words, 1, arguments.length);
        return CommandRun.in(root, words);
    }

    private void project(String target) throws IOException {
        Files.createDirectories(root.resolve("pipelines"));
        Files.writeString(
                root.resolve("millrace.yaml"),
                "project: shop\nenvironments:\n  local:\n    target: " + target
                        + "\n    variables: { folder: kept }\n");
    }
}
