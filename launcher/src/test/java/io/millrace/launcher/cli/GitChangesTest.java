package io.millrace.launcher.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On a real repository, whose folder {@code shop} is the project. */
final class GitChangesTest {

    @TempDir
    private Path repository;

    private Path project;

    @BeforeEach
    void commitProject() throws Exception {
        project = repository.resolve("shop");
        git("init", "--quiet", "--initial-branch=main");
        write("outside.sql", "0");
        write("shop/a.sql", "a");
        write("shop/b.sql", "b");
        write("shop/.gitignore", "ignored\n");
        commit();
    }

    @Test
    void committedUncommittedStagedAndUntrackedFilesCount() throws Exception {
        write("shop/committed ünïcode.sql", "1");
        commit();
        write("shop/a.sql", "changed");
        write("shop/staged.sql", "2");
        git("add", "shop/staged.sql");
        write("shop/new/untracked\".sql", "3");
        write("shop/ignored", "4");
        write("outside.sql", "5");
        assertThat(new GitChanges(project).since("HEAD~1"))
                .containsExactlyInAnyOrder("committed ünïcode.sql", "a.sql", "staged.sql", "new/untracked\".sql");
        assertThat(new GitChanges(project).since("HEAD"))
                .containsExactlyInAnyOrder("a.sql", "staged.sql", "new/untracked\".sql");
    }

    @Test
    void deletedFilesCountAndRenamedOnesWithBothNames() throws Exception {
        Files.delete(project.resolve("a.sql"));
        git("mv", "shop/b.sql", "shop/c.sql");
        assertThat(new GitChanges(project).since("main")).containsExactlyInAnyOrder("a.sql", "b.sql", "c.sql");
    }

    @Test
    void anUntouchedTreeHasNoChanges() {
        assertThat(new GitChanges(project).since("main")).isEmpty();
    }

    @Test
    void whatIsNoCommitIsRefusedInOneLine() {
        assertThat(refusal(project, "no-such-branch"))
                .isEqualTo("changed-since: git knows no commit 'no-such-branch' here;"
                        + " name a commit, branch or tag, and 'git fetch' it if only the remote has it");
        assertThat(refusal(project, "--output=x")).contains("'--output=x' is not a commit, branch or tag");
        assertThat(refusal(project, "")).contains("is not a commit, branch or tag");
        assertThat(project.resolve("x")).doesNotExist();
    }

    @Test
    void aShallowCloneIsToldToFetch() throws Exception {
        write("shop/a.sql", "2");
        commit();
        git("clone", "--quiet", "--depth=1", repository.toUri().toString(), "shallow");
        assertThat(refusal(repository.resolve("shallow/shop"), "HEAD~1")).contains("this clone is shallow");
    }

    @Test
    void aFolderOutsideAnyRepositoryIsRefused(@TempDir Path elsewhere) {
        assertThat(refusal(elsewhere, "main")).startsWith("changed-since: not a git repository");
    }

    @Test
    void theSelectorReachesEveryVerb() throws Exception {
        write("shop/millrace.yaml", "project: shop\n");
        write("shop/pipelines/one.yaml", "pipeline: one\ndescription: First.\nsink: [a.sql]\n");
        write("shop/pipelines/two.yaml", "pipeline: two\ndescription: Second.\nsink: [b.sql]\n");
        commit();
        write("shop/b.sql", "CREATE TABLE t (i INT) WITH ('connector' = 'print'); INSERT INTO t SELECT 1;");
        assertThat(CommandRun.in(project, "list", "changed-since:main").out())
                .contains("Second.")
                .doesNotContain("First.");
        commit();
        assertThat(CommandRun.in(project, "validate", "changed-since:main")).satisfies(run -> {
            assertThat(run.exitCode()).isZero();
            assertThat(run.out()).isEqualToIgnoringNewLines("valid: 0 pipelines checked for 'local'");
        });
        assertThat(CommandRun.in(project, "list", "changed-since:mian").exitCode())
                .isEqualTo(2);
    }

    private static String refusal(Path folder, String reference) {
        List<String> messages = new ArrayList<>();
        assertThatThrownBy(() -> new GitChanges(folder).since(reference))
                .isInstanceOfSatisfying(CommandFailed.class, failure -> {
                    assertThat(failure.exitCode()).isEqualTo(2);
                    messages.add(failure.getMessage());
                });
        assertThat(messages.get(0)).doesNotContain("\n");
        return messages.get(0);
    }

    private void commit() throws Exception {
        git("add", "--all");
        git("-c", "user.name=t", "-c", "user.email=t@example.org", "-c", "commit.gpgsign=false", "commit", "-qm", "x");
    }

    private void git(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(repository.toFile()).inheritIO();
        builder.environment().keySet().removeIf(name -> name.startsWith("GIT_"));
        assertThat(builder.start().waitFor()).as(String.join(" ", command)).isZero();
    }

    private void write(String path, String text) throws IOException {
        Path file = repository.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
