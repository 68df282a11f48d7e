package io.millrace.launcher.dist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassArchiveTest {

    @TempDir
    private Path temp;

    private FakeDistribution distribution;

    @BeforeEach
    void unpack() throws Exception {
        distribution = FakeDistribution.in(temp.resolve("millrace"), temp.resolve("home"));
    }

    @Test
    void isUsedFromTheFirstStartOnWhenItIsMadeNow() throws Exception {
        distribution.with("MILLRACE_CDS", "now");

        assertThat(distribution.startsFromArchive("list")).isTrue();
        assertThat(distribution.cached()).singleElement().asString().endsWith(".jsa");
        assertThat(distribution.without("MILLRACE_CDS").startsFromArchive("list"))
                .isTrue();
    }

    @Test
    void servesARunToo() throws Exception {
        distribution.with("MILLRACE_CDS", "now").start("list");

        assertThat(distribution.startsFromArchive("run")).isTrue();
    }

    @Test
    void isMadeInTheBackgroundAfterAShortVerb() throws Exception {
        distribution.without("MILLRACE_CDS");

        assertThat(distribution.startsFromArchive("list")).isFalse();
        await().atMost(Duration.ofMinutes(1)).until(this::isOneArchive);
        assertThat(distribution.startsFromArchive("list")).isTrue();
    }

    @Test
    void isNeitherMadeNorUsedWhenItIsOff() throws Exception {
        distribution.with("MILLRACE_CDS", "now").start("list");

        assertThat(distribution.with("MILLRACE_CDS", "off").startsFromArchive("list"))
                .isFalse();
    }

    @Test
    void isMadeAnewForAFolderThatWasMoved() throws Exception {
        distribution.with("MILLRACE_CDS", "now").start("list");
        FakeDistribution moved = distribution.moveTo(temp.resolve("elsewhere/millrace"));

        assertThat(moved.startsFromArchive("list")).isTrue();
        assertThat(moved.cached()).hasSize(2);
    }

    @Test
    void replacesTheOneOfEarlierJars() throws Exception {
        distribution.with("MILLRACE_CDS", "now").start("list");
        List<Path> earlier = distribution.cached();
        distribution.packageProgram("second");

        assertThat(distribution.startsFromArchive("list")).isTrue();
        assertThat(distribution.cached()).hasSize(1).doesNotContainAnyElementsOf(earlier);
    }

    @Test
    void isMadeAnewWhenEqualJarsWereWrittenAgain() throws Exception {
        distribution.with("MILLRACE_CDS", "now").start("list");
        Path archive = distribution.cached().get(0);
        Files.setLastModifiedTime(archive, FileTime.from(Instant.now().minusSeconds(60)));
        Files.setLastModifiedTime(
                distribution.jar(), FileTime.from(Instant.now().minusSeconds(30)));

        assertThat(distribution.startsFromArchive("list")).isTrue();
        assertThat(distribution.cached()).containsExactly(archive);
    }

    @Test
    void isForgoneWhereTheCacheCannotBeWritten() throws Exception {
        Path file = Files.createFile(temp.resolve("file"));
        distribution.with("MILLRACE_HOME", file.resolve("home").toString());
        for (String mode : new String[] {"now", ""}) {
            ScriptRun run = distribution.with("MILLRACE_CDS", mode).start("list");

            assertThat(run.exitCode()).isZero();
            assertThat(run.lines()).contains("<list>");
            assertThat(run.err()).isEmpty();
        }
    }

    @Test
    void isForgoneWithoutAHome() throws Exception {
        ScriptRun run = distribution
                .without("MILLRACE_HOME")
                .without("HOME")
                .with("MILLRACE_CDS", "now")
                .start("list");

        assertThat(run.exitCode()).isZero();
        assertThat(run.err()).isEmpty();
    }

    @Test
    void leavesNoTraceWhenTheTrainingFails() throws Exception {
        Files.delete(distribution.warmUpProject());
        ScriptRun run = distribution.with("MILLRACE_CDS", "now").start("list");

        assertThat(run.exitCode()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(distribution.cached()).isEmpty();
    }

    @Test
    void isMadeDespiteALockThatWasLeftBehind() throws Exception {
        distribution.with("MILLRACE_CDS", "now").start("list");
        Path archive = distribution.cached().get(0);
        Files.delete(archive);
        Path lock = Files.createDirectory(Path.of(archive + ".lock"));
        Files.setLastModifiedTime(lock, FileTime.from(Instant.now().minus(Duration.ofMinutes(12))));

        assertThat(distribution.startsFromArchive("list")).isTrue();
        assertThat(distribution.cached()).containsExactly(archive);
    }

    private boolean isOneArchive() throws Exception {
        List<Path> cached = distribution.cached();
        return cached.size() == 1 && cached.get(0).toString().endsWith(".jsa");
    }
}
