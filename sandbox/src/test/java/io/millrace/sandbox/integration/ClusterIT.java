package io.millrace.sandbox.integration;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.millrace.sandbox.state.ProcessIdentity;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.StreamSupport;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A Flink cluster with ZooKeeper, and a job that outlives the processes which run it. */
class ClusterIT {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @TempDir
    Path work;

    private PackagedSandbox sandbox;

    @AfterEach
    void down() throws Exception {
        sandbox.run("down", "--wipe");
    }

    @Test
    void aJobRunsAgainAfterATaskManagerAndTheJobManagerWereKilled() throws Exception {
        sandbox = new PackagedSandbox(Files.createDirectory(work.resolve("a project")));
        PackagedSandbox.Run up = sandbox.run("up", "--high-availability");
        assertThat(up.code()).as(up.err()).isZero();
        assertThat(up.out()).contains("zookeeper", "flink", "taskmanager-1", "taskmanager-2");
        String rest = sandbox.property("flink.rest");
        String job = submit(rest);
        long first = checkpointAfter(rest, job, -1);

        String busy = busyTaskManager(rest);
        kill(busy);
        long second = checkpointAfter(rest, job, first);
        assertThat(checkpoints(rest, job).at("/latest/restored/id").asLong()).isBetween(first, second);

        kill("flink");
        assertThat(sandbox.folder().sandboxProperties()).doesNotExist();
        up = sandbox.run("up", "--cluster");
        assertThat(up.code()).as(up.err()).isZero();
        assertThat(up.err()).contains("flink: ready", busy + ": ready");
        assertThat(sandbox.property("flink.rest")).isEqualTo(rest);
        checkpointAfter(rest, job, second);
        assertThat(get(rest, "/jobs/" + job).path("state").asText()).isEqualTo("RUNNING");
        assertThat(checkpoints(rest, job).at("/latest/restored/id").asLong()).isGreaterThanOrEqualTo(second);
        assertThat(sandbox.folder().data("flink").resolve("checkpoints").resolve(job))
                .isNotEmptyDirectory();

        List<ProcessIdentity> processes = sandbox.processes();
        assertThat(processes).hasSizeGreaterThan(8);
        assertThat(sandbox.run("down").code()).isZero();
        assertThat(processes).noneMatch(ProcessIdentity::isAlive);
    }

    private String submit(String rest) throws Exception {
        String jars = Path.of(System.getProperty("millrace.home"), "servers/flink-1.20.3/lib") + "/*";
        Path tests = Path.of(CountingJob.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        Path out = work.resolve("job.txt");
        Path err = work.resolve("job.log");
        Process client = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        jars + File.pathSeparator + tests,
                        CountingJob.class.getName(),
                        URI.create(rest).getHost(),
                        Integer.toString(URI.create(rest).getPort()))
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        assertThat(client.waitFor()).as(Files.readString(err)).isZero();
        return Files.readString(out, StandardCharsets.UTF_8)
                .strip()
                .lines()
                .reduce((one, last) -> last)
                .orElseThrow();
    }

    /** Waits until the job has completed a checkpoint later than one, and than the one it was restored from. */
    private static long checkpointAfter(String rest, String job, long id) {
        return await().until(
                        () -> {
                            JsonNode latest = checkpoints(rest, job).path("latest");
                            long completed = latest.at("/completed/id").asLong(-1);
                            return completed > latest.at("/restored/id").asLong(-1) && restoredOrFirst(latest, id)
                                    ? completed
                                    : -1;
                        },
                        completed -> completed > id);
    }

    private static boolean restoredOrFirst(JsonNode latest, long id) {
        return id < 0 || latest.at("/restored/id").asLong(-1) >= id;
    }

    private static String busyTaskManager(String rest) throws Exception {
        return StreamSupport.stream(
                        get(rest, "/taskmanagers").path("taskmanagers").spliterator(), false)
                .filter(each -> each.path("freeSlots").asInt()
                        < each.path("slotsNumber").asInt())
                .map(each -> each.path("id").asText().replaceFirst("-[^-]*$", ""))
                .findFirst()
                .orElseThrow();
    }

    private void kill(String server) throws InterruptedException {
        sandbox.supervisor().servers().get(server).find().orElseThrow().destroyForcibly();
        await().until(() -> sandbox.run("status").out().matches("(?s).*" + server + " +dead.*"));
    }

    private static JsonNode checkpoints(String rest, String job) throws IOException, InterruptedException {
        return get(rest, "/jobs/" + job + "/checkpoints");
    }

    private static JsonNode get(String rest, String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(rest + path)).build();
        return new ObjectMapper()
                .readTree(HTTP.send(request, BodyHandlers.ofString()).body());
    }

    private static ConditionFactory await() {
        return Awaitility.await().atMost(Duration.ofMinutes(2)).pollInterval(Duration.ofMillis(250));
    }
}
