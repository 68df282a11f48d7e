package io.millrace.launcher.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the root script in a source tree whose {@code mvnw} makes a start script that echoes. */
class RootScriptTest {

    private static final Path SCRIPT = Path.of("../millrace");

    private static final String BUILD =
            """
            #!/bin/sh
            echo built >>builds
            if [ -e slow ]; then sleep 2; fi
            if [ -e broken ]; then
              echo the compiler complains
              exit 1
            fi
            mkdir -p launcher/target/millrace/bin
            cat >launcher/target/millrace/bin/millrace <<'SCRIPT'
            #!/bin/sh
            printf '%s\\n' "in $PWD" "archive ${MILLRACE_CDS:-later}"
            printf '<%s>\\n' "$@"
            exit 3
            SCRIPT
            chmod +x launcher/target/millrace/bin/millrace
            """;

    @TempDir
    private Path temp;

    private Path root;
    private final Map<String, String> environment = new HashMap<>(Map.of("PATH", System.getenv("PATH")));

    @BeforeEach
    void checkOut() throws Exception {
        root = Files.createDirectory(temp.toRealPath().resolve("source tree"));
        Files.copy(SCRIPT, root.resolve("millrace"), StandardCopyOption.COPY_ATTRIBUTES);
        Path maven = Files.writeString(root.resolve("mvnw"), BUILD);
        assertThat(maven.toFile().setExecutable(true)).isTrue();
        write("pom.xml", -60);
        write("catalog/pom.xml", -60);
        write("catalog/src/main/java/Source.java", -60);
        write("catalog/src/test/java/SourceTest.java", -60);
    }

    @Test
    void buildsTheDistributionAndStartsItInTheUsersFolder() throws Exception {
        ScriptRun run = start("list", "two words", "*");

        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.lines())
                .containsExactly("in " + temp.toRealPath(), "archive now", "<list>", "<two words>", "<*>");
        assertThat(run.err()).startsWith("millrace: building").hasLineCount(1);
    }

    @Test
    void startsAFreshDistributionAtOnce() throws Exception {
        start("list");
        ScriptRun run = start("list");

        assertThat(run.lines()).contains("archive later", "<list>");
        assertThat(run.err()).isEmpty();
        assertThat(builds()).isEqualTo(1);
    }

    @Test
    void buildsAgainWhenASourceOrAPomIsNewer() throws Exception {
        start("list");
        write("catalog/src/main/java/Source.java", 60);
        start("list");
        write("catalog/src/main/java/Source.java", -60);
        write("catalog/pom.xml", 60);
        start("list");

        assertThat(builds()).isEqualTo(3);
    }

    @Test
    void doesNotBuildAgainForATest() throws Exception {
        start("list");
        write("catalog/src/test/java/SourceTest.java", 60);
        start("list");

        assertThat(builds()).isEqualTo(1);
    }

    @Test
    void showsTheOutputOfABuildThatFailedAndBuildsAgainNextTime() throws Exception {
        Path broken = Files.createFile(root.resolve("broken"));
        ScriptRun run = start("list");

        assertThat(run.exitCode()).isEqualTo(7);
        assertThat(run.err()).contains("the compiler complains", "millrace: the build failed");
        Files.delete(broken);
        assertThat(start("list").exitCode()).isEqualTo(3);
    }

    @Test
    void buildsOnceForTwoStartsAtOnce() throws Exception {
        Files.createFile(root.resolve("slow"));
        CompletableFuture<ScriptRun> other = CompletableFuture.supplyAsync(this::startUnchecked);

        assertThat(start("list").exitCode()).isEqualTo(3);
        assertThat(other.join().exitCode()).isEqualTo(3);
        assertThat(builds()).isEqualTo(1);
    }

    @Test
    void takesTheLockOfADeadBuildOver() throws Exception {
        Path lock = Files.createDirectories(root.resolve("launcher/target/.build.lock"));
        Process dead = new ProcessBuilder("true").start();
        dead.waitFor();
        Files.writeString(lock.resolve("pid"), dead.pid() + "\n");

        assertThat(start("list").exitCode()).isEqualTo(3);
        assertThat(lock).doesNotExist();
    }

    @Test
    void startsThroughASymbolicLink() throws Exception {
        Path link = Files.createSymbolicLink(temp.resolve("link"), Path.of("source tree/millrace"));

        assertThat(ScriptRun.of(link, temp, environment, List.of("list")).exitCode())
                .isEqualTo(3);
    }

    @Test
    void leavesTheClassArchiveToTheUsersChoice() throws Exception {
        environment.put("MILLRACE_CDS", "off");

        assertThat(start("list").lines()).contains("archive off");
    }

    private ScriptRun start(String... arguments) throws IOException, InterruptedException {
        return ScriptRun.of(root.resolve("millrace"), temp, environment, List.of(arguments));
    }

    private ScriptRun startUnchecked() {
        try {
            return start("list");
        } catch (IOException | InterruptedException e) {
            throw new CompletionException(e);
        }
    }

    private long builds() throws IOException {
        return Files.readAllLines(root.resolve("builds")).size();
    }

    private void write(String file, int secondsFromNow) throws IOException {
        Path path = root.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, "");
        FileTime time = FileTime.from(Instant.now().plusSeconds(secondsFromNow));
        Files.setLastModifiedTime(path, time);
        Files.setLastModifiedTime(path.getParent(), FileTime.from(Instant.now().minusSeconds(60)));
    }
}
