package io.millrace.launcher.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs packaged pipelines on application clusters of Flink's own jars, with the command line that the folder holds. */
final class ApplicationClusterIT {

    /** What Flink's script of that name does, for a folder of jars. */
    private static final String SCRIPT =
            """
            #!/bin/sh
            shift
            exec java -Xmx512m %s -cp '%s/*' org.apache.flink.container.entrypoint.StandaloneApplicationClusterEntryPoint \\
              --configDir %s "$@"
            """;

    private static final String OPENED = String.join(
            " ",
            Stream.of("java.lang", "java.net", "java.nio", "java.time", "java.util", "java.util.concurrent")
                    .map(name -> "--add-opens=java.base/" + name + "=ALL-UNNAMED")
                    .toList());

    private static final String SETTINGS =
            """
            jobmanager.rpc.address: 127.0.0.1
            jobmanager.rpc.port: %d
            jobmanager.bind-host: 127.0.0.1
            rest.address: 127.0.0.1
            rest.bind-address: 127.0.0.1
            rest.port: %d
            jobmanager.memory.heap.size: 512m
            jobmanager.memory.jvm-metaspace.size: 256m
            web.refresh-interval: 200 ms
            io.tmp.dirs: %s
            execution.checkpointing.storage: filesystem
            execution.checkpointing.dir: file://%s
            """;

    private static final String TASK_MANAGER =
            """
            taskmanager.host: 127.0.0.1
            taskmanager.bind-host: 127.0.0.1
            taskmanager.cpu.cores: 2
            taskmanager.memory.framework.heap.size: 64m
            taskmanager.memory.task.heap.size: 256m
            taskmanager.memory.framework.off-heap.size: 128m
            taskmanager.memory.task.off-heap.size: '0'
            taskmanager.memory.network.min: 64m
            taskmanager.memory.network.max: 64m
            taskmanager.memory.managed.size: 64m
            taskmanager.memory.jvm-metaspace.size: 256m
            taskmanager.memory.jvm-overhead.min: 64m
            taskmanager.memory.jvm-overhead.max: 64m
            """;

    private static final String PROJECT =
            """
            project: packaged
            environments:
              prod:
                settings: { checkpoint-interval: 1 s, parallelism: 1 }
                secrets: { from: env, prefix: PACKAGED_ }
            """;

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @TempDir
    private Path work;

    private final List<Process> processes = new ArrayList<>();
    private PackagedCli cli;
    private Path flink;
    private int rest;

    @BeforeEach
    void writeProjectAndCluster() throws Exception {
        Path project = Files.createDirectories(work.resolve("project"));
        cli = new PackagedCli(project);
        write("project/millrace.yaml", PROJECT);
        write("project/pipelines/totals.yaml", "pipeline: totals\nsink: [sql/totals.sql]\n");
        write("project/pipelines/report.yaml", "pipeline: report\nmode: batch\nsink: [sql/report.sql]\n");
        writeTotals("COUNT(*)");
        write(
                "project/sql/report.sql",
                "CREATE TABLE report (n INT) WITH ('connector' = 'filesystem', 'format' = 'csv',"
                        + " 'path' = '${secret:report.folder}');\nINSERT INTO report VALUES (42);\n");
        flink = work.resolve("flink");
        Path jars = Files.createDirectories(flink.resolve("lib"));
        new PackagedCli(PackagedCli.REPOSITORY)
                .shell("./mvnw -B -q -ntp -f launcher/src/it/application-cluster/pom.xml -Dflink.version="
                        + System.getProperty("flink.version") + " -Dlog4j.version="
                        + System.getProperty("log4j.version")
                        + " org.apache.maven.plugins:maven-dependency-plugin:copy-dependencies"
                        + " -DoutputDirectory='" + jars + "'")
                .succeeded();
        rest = freePort();
        String settings = SETTINGS.formatted(freePort(), rest, work.resolve("tmp"), work.resolve("checkpoints"));
        write("flink/conf/config.yaml", settings);
        write("flink/taskmanager/config.yaml", settings + TASK_MANAGER);
        Path script = write("flink/bin/standalone-job.sh", SCRIPT.formatted(OPENED, jars, flink.resolve("conf")));
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
        start(
                Map.of(),
                "sh",
                "-c",
                "exec java -Xmx320m -XX:MaxDirectMemorySize=192m " + OPENED + " -cp '" + jars
                        + "/*' org.apache.flink.runtime.taskexecutor.TaskManagerRunner --configDir "
                        + flink.resolve("taskmanager"));
    }

    @AfterEach
    void endProcesses() {
        processes.forEach(Process::destroyForcibly);
        processes.forEach(process -> process.onExit().join());
    }

    @Test
    void aPackagedPipelineGoesOnFromTheStateOfTheOneBefore() throws Exception {
        Path first = packaged("totals", "first");
        Process cluster = run(first, Map.of());
        String before = awaitJob("RUNNING");
        awaitCheckpoint(before, 2);
        cluster.destroyForcibly().onExit().join();

        writeTotals("SUM(v)");
        assertThat(cli.run("package", "totals", "../refused", "-e", "prod", "--previous", "../first")
                        .exitCode())
                .isEqualTo(5);
        assertThat(work.resolve("refused")).doesNotExist();
        writeTotals("COUNT(*) * 2");
        Path second = packaged("totals", "second", "--previous", "../first");
        run(second, Map.of(), "--fromSavepoint", newestCheckpoint(before));

        String after = awaitJob("RUNNING");
        assertThat(after).isNotEqualTo(before);
        awaitCheckpoint(after, 2);
        assertThat(get("/jobs/" + after + "/checkpoints")
                        .at("/latest/restored/id")
                        .asLong())
                .isGreaterThanOrEqualTo(2);
        assertThat(get("/jobs/" + after + "/config")
                        .at("/execution-config/user-config/millrace.revision")
                        .asText())
                .isEqualTo("2");
    }

    @Test
    void aPackagedBatchPipelineReadsItsSecretsWhereItRuns() throws Exception {
        Path folder = packaged("report", "report");
        Path results = work.resolve("results of a secret place");

        run(folder, Map.of("PACKAGED_REPORT_FOLDER", results.toString()))
                .onExit()
                .get(2, TimeUnit.MINUTES);

        try (Stream<Path> files = Files.walk(results)) {
            assertThat(files.filter(Files::isRegularFile)).singleElement().satisfies(file -> assertThat(file)
                    .hasContent("42"));
        }
        try (Stream<Path> files = Files.walk(folder)) {
            assertThat(files.filter(Files::isRegularFile))
                    .isNotEmpty()
                    .noneMatch(file -> contains(file, results.toString()));
        }
    }

    private Path packaged(String pipeline, String folder, String... more) {
        List<String> arguments = new ArrayList<>(List.of("package", pipeline, "../" + folder, "-e", "prod"));
        arguments.addAll(List.of(more));
        assertThat(cli.run(arguments.toArray(String[]::new)).succeeded().out().strip())
                .isEqualTo(work.resolve(folder).resolve("run.sh").toString());
        return work.resolve(folder);
    }

    private Process run(Path folder, Map<String, String> environment, String... options) throws IOException {
        List<String> command = new ArrayList<>(List.of(folder.resolve("run.sh").toString()));
        command.addAll(List.of(options));
        return start(environment, command.toArray(String[]::new));
    }

    private Process start(Map<String, String> environment, String... command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        work.resolve("processes.log").toFile()));
        builder.environment().put("FLINK_HOME", flink.toString());
        builder.environment().putAll(environment);
        Process process = builder.start();
        processes.add(process);
        return process;
    }

    private void writeTotals(String value) throws IOException {
        write(
                "project/sql/totals.sql",
                "CREATE TABLE src (k INT, v BIGINT) WITH ('connector' = 'datagen', 'rows-per-second' = '20',"
                        + " 'fields.k.min' = '0', 'fields.k.max' = '5');\n"
                        + "CREATE TABLE totals (k INT, c BIGINT, PRIMARY KEY (k) NOT ENFORCED)"
                        + " WITH ('connector' = 'blackhole');\n"
                        + "INSERT INTO totals SELECT k, " + value + " FROM src GROUP BY k;\n");
    }

    private Path write(String name, String text) throws IOException {
        Path file = work.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    private String awaitJob(String state) {
        return await().until(
                        () -> {
                            JsonNode job = get("/jobs/overview").path("jobs").path(0);
                            return job.path("state").asText().equals(state)
                                    ? job.path("jid").asText()
                                    : "";
                        },
                        id -> !id.isEmpty());
    }

    private void awaitCheckpoint(String job, long count) {
        await().until(
                        () -> get("/jobs/" + job + "/checkpoints")
                                .at("/counts/completed")
                                .asLong(),
                        completed -> completed >= count);
    }

    private String newestCheckpoint(String job) throws IOException {
        try (Stream<Path> checkpoints = Files.list(work.resolve("checkpoints").resolve(job))) {
            return checkpoints
                    .filter(checkpoint -> Files.exists(checkpoint.resolve("_metadata")))
                    .max(Comparator.comparingInt(checkpoint ->
                            Integer.parseInt(checkpoint.getFileName().toString().replace("chk-", ""))))
                    .orElseThrow()
                    .toString();
        }
    }

    private JsonNode get(String path) throws InterruptedException {
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + rest + path))
                    .build();
            return new ObjectMapper()
                    .readTree(HTTP.send(request, BodyHandlers.ofString()).body());
        } catch (IOException e) {
            // It does not answer yet.
            return new ObjectMapper().createObjectNode();
        }
    }

    private static boolean contains(Path file, String text) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static ConditionFactory await() {
        return Awaitility.await().atMost(Duration.ofMinutes(2)).pollInterval(Duration.ofMillis(300));
    }
}
