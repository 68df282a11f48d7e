package io.millrace.launcher.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StartScriptTest {

    @TempDir
    private Path temp;

    private FakeDistribution distribution;

    @BeforeEach
    void unpack() throws Exception {
        distribution = FakeDistribution.in(temp.resolve("millrace"), temp.resolve("home"));
    }

    @Test
    void passesTheExitCodeOn() throws Exception {
        ScriptRun run = distribution.start("exit", "42");

        assertThat(run.exitCode()).isEqualTo(42);
        assertThat(run.err()).isEmpty();
    }

    @Test
    void passesArgumentsOnUnchanged() throws Exception {
        String[] arguments = {"show", "two words", "it's", "\"quoted\"", "*", "$HOME", "`id`", "back\\slash", "", "-Dx"
        };

        assertThat(distribution.start(arguments).lines())
                .endsWith(Stream.of(arguments)
                        .map(argument -> "<" + argument + ">")
                        .toArray(String[]::new));
    }

    @Test
    void givesItsProcessToTheJvmSoThatSignalsReachIt() throws Exception {
        ScriptRun run = distribution.start("list");

        assertThat(run.lines()).contains("pid " + run.pid());
    }

    @Test
    void startsThroughAChainOfSymbolicLinks() throws Exception {
        Path links = Files.createDirectory(temp.resolve("links"));
        Files.createSymbolicLink(links.resolve("relative"), Path.of("../millrace/bin/millrace"));
        Files.createSymbolicLink(links.resolve("absolute"), links.resolve("relative"));

        assertThat(distribution.startThrough(links.resolve("absolute"), "list").lines())
                .contains("<list>");
    }

    @Test
    void startsFromAFolderWithBlanksAndGlobsInItsName() throws Exception {
        FakeDistribution moved = distribution.moveTo(temp.resolve("my *tools [1]/mill race"));

        assertThat(moved.start("list").lines()).contains("<list>");
        assertThat(moved.with("MILLRACE_CDS", "now").start("list").lines()).contains("<list>");
    }

    @Test
    void refusesAFolderWithAColonInItsName() throws Exception {
        ScriptRun run = distribution.moveTo(temp.resolve("a:b")).start("list");

        assertThat(run.exitCode()).isEqualTo(7);
        assertThat(run.err()).startsWith("millrace: ").contains("colon").hasLineCount(1);
    }

    @Test
    void limitsTheHeapOfARunOnly() throws Exception {
        distribution.with("MILLRACE_RUN_HEAP", "64m");

        assertThat(distribution.start("run", "orders").lines()).contains("heap " + 64 * 1024 * 1024);
        assertThat(distribution.start("list").lines()).doesNotContain("heap " + 64 * 1024 * 1024);
    }

    @Test
    void startsQuicklyForStatementsOnTheCommandLineOnly() throws Exception {
        assertThat(distribution.start("sql", "-C", "x", "-c", "SHOW TABLES").lines())
                .anyMatch(line -> line.startsWith("options ") && line.contains("TieredStopAtLevel=1"));
        assertThat(distribution.start("sql", "-C", "x").lines()).noneMatch(line -> line.contains("TieredStopAtLevel"));
        assertThat(distribution.start("sql", "-f", "a.sql", "-c", "SHOW TABLES").lines())
                .noneMatch(line -> line.contains("TieredStopAtLevel"));
    }

    @Test
    void passesMoreJvmOptionsOn() throws Exception {
        distribution.with("MILLRACE_JAVA_OPTS", " -Xmx32m  -XX:+UseParallelGC -XX:-UseSerialGC ");

        assertThat(distribution.start("list").exitCode()).isZero();
        assertThat(distribution
                        .with("MILLRACE_JAVA_OPTS", "-XX:NoSuchOption")
                        .start("list")
                        .exitCode())
                .isEqualTo(1);
    }

    @Test
    void takesTheJavaOnThePathWithoutJavaHome() throws Exception {
        String bin = Path.of(System.getProperty("java.home"), "bin").toString();
        distribution.without("JAVA_HOME").with("PATH", bin + ":" + System.getenv("PATH"));

        assertThat(distribution.start("list").lines()).contains("<list>");
    }

    @Test
    void saysWhatToDoWithoutAJava() throws Exception {
        Path empty = Files.createDirectory(temp.resolve("empty"));
        ScriptRun run =
                distribution.without("JAVA_HOME").with("PATH", empty.toString()).start("list");

        assertThat(run.exitCode()).isEqualTo(7);
        assertThat(run.err()).startsWith("millrace: Java 17 or newer is needed").hasLineCount(1);
    }

    @Test
    void saysThatJavaHomeHoldsNoJava() throws Exception {
        ScriptRun run = distribution.with("JAVA_HOME", temp.toString()).start("list");

        assertThat(run.exitCode()).isEqualTo(7);
        assertThat(run.err()).startsWith("millrace: JAVA_HOME is " + temp).hasLineCount(1);
    }

    @Test
    void refusesAnOldJavaWithoutStartingIt() throws Exception {
        for (String version : new String[] {"1.8.0_292", "11.0.2", "16-ea"}) {
            ScriptRun run = distribution.with("JAVA_HOME", javaHomeOf(version)).start("list");

            assertThat(run.exitCode()).isEqualTo(7);
            assertThat(run.err()).contains("is Java " + version + ";").hasLineCount(1);
        }
    }

    @Test
    void startsANewerJava() throws Exception {
        for (String version : new String[] {"17", "21.0.4", "25-ea"}) {
            assertThat(distribution
                            .with("JAVA_HOME", javaHomeOf(version))
                            .start("list")
                            .out())
                    .isEqualTo("java was started\n");
        }
    }

    @Test
    void saysThatTheJarsAreMissing() throws Exception {
        Files.delete(distribution.jar());
        ScriptRun run = distribution.start("list");

        assertThat(run.exitCode()).isEqualTo(7);
        assertThat(run.err()).contains("there are no jars in").hasLineCount(1);
    }

    private String javaHomeOf(String version) throws Exception {
        Path javaHome = temp.resolve("java-" + version);
        Path java = Files.createDirectories(javaHome.resolve("bin")).resolve("java");
        Files.writeString(java, "#!/bin/sh\necho java was started\n");
        assertThat(java.toFile().setExecutable(true)).isTrue();
        Files.writeString(javaHome.resolve("release"), "IMPLEMENTOR=\"X\"\nJAVA_VERSION=\"" + version + "\"\n");
        return javaHome.toString();
    }
}
