package io.millrace.launcher.canary;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.launcher.it.PackagedCli;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A known secret stands wherever one may, every verb runs, with connections that fail and passwords that are refused,
 * and then nothing that was printed or written holds a part of it.
 */
final class CanaryIT {

    private static final String CANARY = "c4n4ry";

    /** What a person's password holds, and what breaks out of quotes, URLs and patterns. */
    private static final String AWKWARD = "-'$&%<é>${x} y";

    private static final List<String> NAMES = List.of(
            "kafka",
            "mysql",
            "url",
            "user",
            "jdbc",
            "overridden",
            "search",
            "number",
            "token",
            "access",
            "webhook",
            "robot");

    /** Those of which a header or a URL is made, which takes no such characters. */
    private static final Set<String> IN_REQUESTS = Set.of("token", "webhook");

    private static final List<String> PIPELINES = List.of(
            "from-kafka",
            "from-mysql",
            "from-model",
            "to-jdbc",
            "to-search",
            "to-warehouse",
            "to-webhook",
            "ill-typed");

    @TempDir
    private Path folder;

    private Path project;
    private Path temporary;
    private final Set<String> verbs = ConcurrentHashMap.newKeySet();
    private final Queue<String> leaks = new ConcurrentLinkedQueue<>();

    @BeforeEach
    void plant() throws IOException {
        project = folder.resolve("project");
        temporary = Files.createDirectory(folder.resolve("tmp"));
        copy(Path.of("src/test/resources/canary").toAbsolutePath(), project);
        Files.createDirectory(project.resolve("jars"));
        Files.copy(
                PackagedCli.REPOSITORY.resolve("connectors/target/millrace-connectors.jar"),
                project.resolve("jars/millrace-connectors.jar"));
        Path secrets = Files.createDirectory(folder.resolve("secrets"));
        for (String name : NAMES) {
            Files.writeString(secrets.resolve(name), CANARY + "-" + name + (IN_REQUESTS.contains(name) ? "" : AWKWARD));
        }
    }

    @Test
    void noSecretIsPrintedOrWritten() throws IOException {
        printing();
        failing("local");
        failing("variables");
        unreachable();
        refused();
        packaged();
        deployed();
        assertThat(leaks).isEmpty();
        assertThat(filesThatHold(CANARY)).isEmpty();
        assertThat(verbs).as("verbs that were run").containsAll(allVerbs());
        assertThat(filesThatHold("canary")).as("the search finds what is there").isNotEmpty();
    }

    /** What connects to nothing. */
    private void printing() {
        run("list");
        run("list --format json");
        run("validate");
        run("explain MR612");
        for (String format : List.of("text", "json", "sarif", "github")) {
            run("validate --format " + format);
        }
        for (String pipeline : PIPELINES) {
            run("show --origin " + pipeline);
            run("show --format json " + pipeline);
            run("print " + pipeline);
            run("print --explain " + pipeline);
        }
        run("init new");
        run("list --graph");
        assertThat(run("schedule")).contains("to-search");
        assertThat(run("schedule --format json")).contains("to-search");
        for (String scheduler : List.of("cron", "github", "gitlab", "kubernetes --image canary")) {
            assertThat(run("schedule -e variables --for " + scheduler)).contains("to-search");
        }
        run("completion bash");
        assertThat(run("test")).contains("1 passed", "1 failed");
        run("test --format json --junit report.xml --coverage");
        run("doctor");
        run("doctor --format json");
        run("sql -c 'SHOW TABLES' -c 'SHOW CREATE TABLE to_jdbc' -c 'DESCRIBE from_kafka'");
        run("sql -c 'EXPLAIN SELECT * FROM from_mysql'");
        run("sql -c 'SHOW CREATE TABLE nothing'");
    }

    /** Closed ports, or options that cannot be read: each run ends by itself. */
    private void failing(String environment) {
        fail(environment, PIPELINES);
        for (String cluster : List.of("basic", "bearer")) {
            for (String verb : List.of("status", "savepoint", "stop --all")) {
                assertThat(run(verb + " -e " + cluster)).contains("cannot be reached");
            }
        }
        run("doctor --connect -e " + environment);
        run("peek from_kafka -e " + environment + " --for 10s");
        run("peek from_mysql -e " + environment + " --for 10s");
        run("sql -e " + environment + " -c 'INSERT INTO to_jdbc SELECT 1, CAST(NULL AS STRING)'");
        run("sql -e " + environment + " -c 'INSERT INTO ill_typed SELECT 1, CAST(NULL AS STRING)'");
    }

    /** Folders for clusters of their own: one with the names of files, one with those of environment variables. */
    private void packaged() {
        for (String environment : List.of("local", "variables")) {
            String target = "packaged/" + environment;
            assertThat(run("package -e " + environment + " searched " + target)).contains(target + "/run.sh");
            assertThat(run("package -e " + environment + " --set parallelism=2 searched " + target + "-2 --previous "
                            + target))
                    .contains(target + "-2/run.sh");
            assertThat(project.resolve(target + "-2/pipeline/secrets.properties"))
                    .isNotEmptyFile();
        }
    }

    /** A cluster that is waited for, since a JobManager may be on its way back. */
    private void unreachable() {
        beside(Stream.of("plan -e basic searched", "apply -e bearer searched", "logs -e basic searched")
                .map(verb -> () -> assertThat(run(verb)).contains("cannot be reached")));
        run("history -e bearer searched");
    }

    /** Servers that are there, and refuse; the sandbox's Elasticsearch knows no passwords. */
    private void refused() {
        run("sandbox up -e refused");
        run("sandbox status");
        fail("refused", List.of("from-kafka", "from-mysql", "from-model", "to-jdbc", "to-warehouse", "to-webhook"));
        run("doctor --connect -e refused");
        run("peek from_kafka -e refused --for 10s");
        run("peek from_mysql -e refused --for 10s");
        run("sql -e refused -c 'SELECT * FROM from_mysql'");
        run("sandbox logs");
        run("sandbox down");
    }

    /** A cluster that is there: what is deployed runs, is changed and goes back, ends, or fails. */
    private void deployed() {
        run("sandbox up --cluster -e deployed searched from-kafka");
        assertThat(run("plan -e deployed searched to-search")).contains("+ searched  new", "+ to-search  new");
        assertThat(run("apply -e deployed searched to-search")).contains("revision 1 runs", "has run to its end");
        for (String format : List.of("text", "json", "markdown")) {
            assertThat(run("plan -e deployed --set parallelism=2 searched --format " + format))
                    .contains("compatible");
        }
        assertThat(run("apply -e deployed --set parallelism=2 searched")).contains("revision 2 runs");
        assertThat(run("rollback -e deployed searched")).contains("revision 3 runs");
        assertThat(run("history -e deployed searched")).contains("compatible");
        assertThat(run("history -e deployed searched --format json")).contains("\"revision\" : 3");
        assertThat(run("history -e deployed searched 1")).contains("${secret:search}");
        assertThat(run("apply -e deployed from-kafka")).contains("does not start");
        assertThat(run("logs -e deployed from-kafka")).contains("failed ");
        run("logs -e deployed searched");
        run("status -e deployed");
        run("stop -e deployed --all");
        run("sandbox down");
    }

    private void fail(String environment, List<String> pipelines) {
        beside(pipelines.stream()
                .map(pipeline -> () -> assertThat(run("run -e " + environment + " " + pipeline + " --for 90s"))
                        .as("%s fails", pipeline)
                        .contains("error[MR")));
    }

    /** Does several things at a time that wait for time-outs. */
    private static void beside(Stream<Runnable> commands) {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            commands.map(command -> CompletableFuture.runAsync(command, threads))
                    .toList()
                    .forEach(CompletableFuture::join);
        } finally {
            threads.shutdownNow();
        }
    }

    /** Runs a command line as a user would, and looks at what it prints. */
    private String run(String commandLine) {
        verbs.add(commandLine.split(" ", 2)[0]);
        String environment = NAMES.stream()
                .map(name -> "CANARY_" + name.toUpperCase(Locale.ROOT) + "=\"$(cat ../secrets/" + name + ")\"")
                .reduce("", (all, one) -> all + one + " ");
        PackagedCli.Result result = new PackagedCli(project)
                .shell(environment + "MILLRACE_JAVA_OPTS='-Djava.io.tmpdir=" + temporary + "' '"
                        + PackagedCli.DISTRIBUTION.resolve("bin/millrace") + "' " + commandLine);
        String output = result.out() + result.err();
        if (output.contains(CANARY)) {
            leaks.add(commandLine + ":\n" + output);
        }
        assertThat(result.exitCode()).as(output).isNotEqualTo(70);
        if (!commandLine.startsWith("logs ")) {
            assertThat(output).doesNotContain("\tat ");
        }
        return output;
    }

    private List<Path> filesThatHold(String text) throws IOException {
        List<Path> found = new ArrayList<>();
        for (Path place : List.of(project, temporary)) {
            try (Stream<Path> tree = Files.walk(place)) {
                for (Path file : tree.filter(Files::isRegularFile).toList()) {
                    if (new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(text)) {
                        found.add(file);
                    }
                }
            }
        }
        return found;
    }

    /** Those that the command line lists itself. */
    private List<String> allVerbs() {
        return run("--help")
                .lines()
                .dropWhile(line -> !line.startsWith("Verbs:"))
                .skip(1)
                .takeWhile(line -> !line.isBlank())
                .filter(line -> line.matches("  [a-z]\\S*.*"))
                .map(line -> line.strip().split("[ ,]+", 2)[0])
                .toList();
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> tree = Files.walk(from)) {
            for (Path path : tree.filter(Files::isRegularFile).toList()) {
                Path target = to.resolve(from.relativize(path).toString());
                Files.createDirectories(target.getParent());
                Files.copy(path, target);
            }
        }
    }
}
