package io.millrace.launcher.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.millrace.catalog.descriptor.Mode;
import io.millrace.catalog.diagnostic.Diagnostic;
import io.millrace.catalog.diagnostic.DiagnosticCode;
import io.millrace.catalog.diagnostic.DiagnosticCollector;
import io.millrace.catalog.diagnostic.SourceLocation;
import io.millrace.catalog.program.PipelineProgram;
import io.millrace.catalog.program.ProgramStep.CreateFunction;
import io.millrace.launcher.compile.CompiledPipeline;
import io.millrace.launcher.compile.FunctionJar;
import io.millrace.launcher.compile.ProgramCompiler;
import io.millrace.launcher.compile.Programs;
import io.millrace.launcher.compile.ProjectJars;
import io.millrace.launcher.compile.Redaction;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedRunTest {

    private static final String SECRET = "canary/4711 x";

    @TempDir
    private Path project;

    private ProjectJars jars = new ProjectJars(List.of());
    private final Redaction redaction = new Redaction();
    private final DiagnosticCollector problems = new DiagnosticCollector();
    private final Recorder recorder = new Recorder();
    private final List<ClusterStart> clusters = new ArrayList<>();

    @AfterEach
    void closeClustersAndJars() {
        clusters.forEach(ClusterStart::close);
        jars.close();
    }

    @Test
    void runsBoundedPipelinesOfBothModesToTheirEnd() throws Exception {
        PipelineProgram streaming = Programs.program("counted", Mode.STREAMING, Map.of(), copy(1, 50, 1000, "counted"));
        PipelineProgram batch =
                Programs.program("summed", Mode.BATCH, Map.of("parallelism.default", "2"), copy(1, 30, 1000, "summed"));

        List<PipelineResult> results = run(Optional.empty(), streaming, batch);

        assertThat(results)
                .extracting(result -> result.status().state())
                .containsExactly(RunState.FINISHED, RunState.FINISHED);
        assertThat(results).extracting(result -> result.status().recordsIn()).containsExactly(50L, 30L);
        assertThat(results).extracting(result -> result.status().recordsOut()).containsExactly(50L, 30L);
        assertThat(committed("counted")).containsExactlyElementsOf(upTo(50));
        assertThat(committed("summed")).containsExactlyElementsOf(upTo(30));
        assertThat(recorder.started).containsExactly("counted from nothing", "summed from nothing");
    }

    @Test
    void runsFunctionsOfTheProjectsJars() throws Exception {
        Path jar = FunctionJar.of(
                Files.createDirectory(project.resolve("lib")),
                "Negate",
                "public class Negate extends org.apache.flink.table.functions.ScalarFunction {"
                        + " public Long eval(Long value) { return -value; } }");
        jars.close();
        jars = new ProjectJars(List.of(jar));
        PipelineProgram program = Programs.with(
                Programs.program(
                        "negated",
                        Mode.STREAMING,
                        Map.of("execution.checkpointing.interval", "100 ms"),
                        copy(1, 3, 1000, "negated").replace("SELECT id", "SELECT negate(id)")),
                new CreateFunction("negate", "Negate", SourceLocation.ofFile("pipelines/negated.yaml")));

        assertThat(run(Optional.empty(), program))
                .extracting(result -> result.status().state())
                .containsExactly(RunState.FINISHED);
        assertThat(committed("negated")).containsExactly(-3L, -2L, -1L);
    }

    @Test
    void resumesAStoppedStreamWhereItWas() throws Exception {
        PipelineProgram stream = Programs.program(
                "stream",
                Mode.STREAMING,
                Map.of("execution.checkpointing.interval", "300 ms"),
                copy(1, 20000, 200, "stream"));

        PipelineResult first = run(Optional.of(Duration.ofSeconds(2)), stream).get(0);
        List<Long> afterFirst = committed("stream");
        PipelineResult second = run(Optional.of(Duration.ofSeconds(2)), stream).get(0);
        List<Long> afterSecond = committed("stream");

        assertThat(List.of(first.status().state(), second.status().state())).containsOnly(RunState.STOPPED);
        assertThat(first.status().checkpoints()).isPositive();
        assertThat(first.status().recordsIn()).isPositive();
        assertThat(afterFirst).containsExactlyElementsOf(upTo(afterFirst.size()));
        assertThat(afterSecond)
                .hasSizeGreaterThan(afterFirst.size())
                .containsExactlyElementsOf(upTo(afterSecond.size()));
        assertThat(recorder.started.get(0)).isEqualTo("stream from nothing");
        assertThat(recorder.started.get(1)).contains("chk-");
        assertThat(jobFolders("stream")).hasSize(1);
    }

    @Test
    void stopsTheOthersWhenOneFailsAndHidesSecrets() throws Exception {
        String broken = "CREATE TABLE src (id BIGINT) WITH ('connector' = 'datagen', 'number-of-rows' = '5');"
                + "CREATE TABLE dst (id BIGINT) WITH ('connector' = 'filesystem', 'format' = 'csv', "
                + "'path' = '/proc/${secret:key}');INSERT INTO dst SELECT id FROM src;";
        Map<String, String> options =
                Map.of("execution.checkpointing.interval", "1 s", "restart-strategy.type", "none");

        List<PipelineResult> results = run(
                Optional.of(Duration.ofMinutes(1)),
                Programs.program("broken", Mode.STREAMING, options, broken),
                Programs.program("stream", Mode.STREAMING, options, copy(1, 20000, 10, "other")));

        assertThat(results)
                .extracting(result -> result.status().state())
                .containsExactly(RunState.FAILED, RunState.STOPPED);
        Diagnostic failure = results.get(0).failure().orElseThrow();
        assertThat(failure.code()).isEqualTo(DiagnosticCode.JOB_FAILED);
        assertThat(failure.location().file()).isEqualTo("pipelines/broken.yaml");
        assertThat(failure.message())
                .startsWith("the job of pipeline 'broken' failed: ")
                .doesNotContain("4711");
        assertThat(recorder.progress.toString()).doesNotContain("4711");
        assertThat(results.get(1).failure()).isEmpty();
    }

    @Test
    void stopsWhenAskedFromAnotherThread() throws Exception {
        PipelineProgram stream = Programs.program(
                "asked",
                Mode.STREAMING,
                Map.of("execution.checkpointing.interval", "1 h"),
                copy(1, 20000, 100, "asked"));
        EmbeddedRun run = embeddedRun(stream);
        ExecutorService thread = Executors.newSingleThreadExecutor();
        try {
            Future<List<PipelineResult>> result = thread.submit(() -> run.run(Optional.empty()));
            await().atMost(Duration.ofMinutes(1))
                    .until(() -> recorder.changes.contains("STARTING RUNNING") && recorder.rowsIn() > 0);
            run.stop();

            PipelineStatus status = result.get(30, TimeUnit.SECONDS).get(0).status();
            assertThat(status.state()).isEqualTo(RunState.STOPPED);
            assertThat(status.checkpoints()).isEqualTo(1);
        } finally {
            thread.shutdownNow();
        }
        assertThat(recorder.changes).containsExactly("STARTING RUNNING", "RUNNING STOPPING", "STOPPING STOPPED");
    }

    private String copy(long first, long last, int rowsPerSecond, String target) {
        return """
                CREATE TABLE src (id BIGINT) WITH ('connector' = 'datagen', 'rows-per-second' = '%d', 'number-of-rows' = '%d',
                  'fields.id.kind' = 'sequence', 'fields.id.start' = '%d', 'fields.id.end' = '%d');
                CREATE TABLE dst (id BIGINT) WITH ('connector' = 'filesystem', 'format' = 'csv', 'path' = '%s');
                INSERT INTO dst SELECT id FROM src;
                """
                .formatted(
                        rowsPerSecond,
                        last,
                        first,
                        last,
                        project.resolve(target).toUri());
    }

    private List<PipelineResult> run(Optional<Duration> limit, PipelineProgram... programs)
            throws InterruptedException {
        return embeddedRun(programs).run(limit);
    }

    private EmbeddedRun embeddedRun(PipelineProgram... programs) {
        ProgramCompiler compiler = new ProgramCompiler(jars, name -> Optional.of(SECRET), redaction);
        StateFolder state = new StateFolder(project, "local", Optional.empty());
        List<RunRequest> requests = new ArrayList<>();
        for (PipelineProgram program : programs) {
            Optional<CompiledPipeline> compiled = compiler.compile(program, problems);
            assertThat(problems.sorted()).isEmpty();
            requests.add(new RunRequest(
                    compiled.orElseThrow(),
                    state.open(program, ProgramFingerprint.of(program), false, problems)
                            .orElseThrow()));
        }
        ClusterStart cluster = ClusterStart.forPrograms(List.of(programs));
        clusters.add(cluster);
        return new EmbeddedRun(requests, redaction, recorder, cluster);
    }

    /** The rows in files that the sink has committed, in order. */
    private List<Long> committed(String target) throws IOException {
        try (Stream<Path> files = Files.walk(project.resolve(target))) {
            return files.filter(file -> file.getFileName().toString().startsWith("part-"))
                    .flatMap(EmbeddedRunTest::lines)
                    .map(Long::valueOf)
                    .sorted()
                    .toList();
        }
    }

    private static Stream<String> lines(Path file) {
        try {
            return Files.readAllLines(file).stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Path> jobFolders(String pipeline) throws IOException {
        try (Stream<Path> jobs = Files.list(project.resolve(".millrace/state/local/" + pipeline + "/checkpoints"))) {
            return jobs.toList();
        }
    }

    private static List<Long> upTo(long last) {
        return LongStream.rangeClosed(1, last).boxed().toList();
    }

    private static final class Recorder implements RunListener {
        private final List<String> started = new CopyOnWriteArrayList<>();
        private final List<String> changes = new CopyOnWriteArrayList<>();
        private final List<PipelineStatus> progress = new CopyOnWriteArrayList<>();

        long rowsIn() {
            return progress.stream().mapToLong(PipelineStatus::recordsIn).max().orElse(0);
        }

        @Override
        public void started(String pipeline, Optional<RestorePoint> restored) {
            started.add(pipeline + " from "
                    + restored.map(point -> point.checkpoint().toString()).orElse("nothing"));
        }

        @Override
        public void changed(PipelineStatus status, RunState before) {
            changes.add(before + " " + status.state());
        }

        @Override
        public void progress(List<PipelineStatus> pipelines) {
            progress.addAll(pipelines);
        }
    }
}
