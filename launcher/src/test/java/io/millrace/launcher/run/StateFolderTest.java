package io.millrace.launcher.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.millrace.catalog.descriptor.Mode;
import io.millrace.catalog.diagnostic.Diagnostic;
import io.millrace.catalog.diagnostic.DiagnosticCode;
import io.millrace.catalog.diagnostic.DiagnosticCollector;
import io.millrace.catalog.program.PipelineProgram;
import io.millrace.launcher.compile.Programs;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.flink.api.common.JobID;
import org.apache.flink.runtime.checkpoint.metadata.CheckpointMetadata;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StateFolderTest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final JobID OLD_JOB = new JobID(1, 1);
    private static final JobID NEW_JOB = new JobID(2, 2);

    @TempDir
    private Path project;

    private final PipelineProgram program = Programs.program("orders", Mode.STREAMING, Map.of(), "SELECT 1");
    private final DiagnosticCollector problems = new DiagnosticCollector();
    private StateFolder folder;
    private Path pipeline;

    @BeforeEach
    void createFolder() {
        folder = new StateFolder(project, "local", Optional.of("4711"), Clock.fixed(NOW, ZoneOffset.UTC));
        pipeline = project.resolve(".millrace/state/local-4711/orders");
    }

    @Test
    void startsEmptyWhereThereIsNoCheckpoint() {
        try (PipelineState state = open("a", false).orElseThrow()) {
            assertThat(state.restorePoint()).isEmpty();
            assertThat(pipeline.resolve("program.sha256")).hasContent("a");
        }
    }

    @Test
    void resumesFromTheNewestCompleteCheckpointOfAnyJob() throws IOException {
        open("a", false).orElseThrow().close();
        checkpoint(OLD_JOB, 9, NOW.minusSeconds(60));
        Path newest = checkpoint(NEW_JOB, 3, NOW);
        Files.createDirectories(newest.resolveSibling("chk-4"));

        try (PipelineState state = open("a", false).orElseThrow()) {
            assertThat(state.restorePoint()).contains(new RestorePoint(newest, NOW));
        }
    }

    @Test
    void fallsBackToTheCheckpointBeforeAnUnreadableOne() throws IOException {
        open("a", false).orElseThrow().close();
        Path older = checkpoint(NEW_JOB, 3, NOW.minusSeconds(10));
        Files.writeString(checkpoint(NEW_JOB, 4, NOW).resolve("_metadata"), "torn");

        try (PipelineState state = open("a", false).orElseThrow()) {
            assertThat(state.restorePoint().orElseThrow().checkpoint()).isEqualTo(older);
        }
    }

    @Test
    void refusesToLoseStateThatCannotBeRead() throws IOException {
        open("a", false).orElseThrow().close();
        Files.writeString(checkpoint(NEW_JOB, 4, NOW).resolve("_metadata"), "torn");

        assertThat(open("a", false)).isEmpty();
        assertThat(problems.sorted())
                .extracting(Diagnostic::code, Diagnostic::message)
                .containsExactly(tuple(DiagnosticCode.STATE_MISMATCH, "the state of pipeline 'orders' cannot be read"));
    }

    @Test
    void refusesTheStateOfAnotherProgram() throws IOException {
        open("a", false).orElseThrow().close();
        checkpoint(NEW_JOB, 1, NOW);

        assertThat(open("b", false)).isEmpty();
        assertThat(problems.sorted())
                .extracting(Diagnostic::code, Diagnostic::location)
                .containsExactly(tuple(DiagnosticCode.STATE_MISMATCH, program.location()));
        assertThat(problems.sorted().get(0).hint().orElseThrow()).contains("--fresh");
        open("a", false).orElseThrow().close();
    }

    @Test
    void takesAnotherProgramWhereNothingWasCheckpointedYet() {
        open("a", false).orElseThrow().close();

        try (PipelineState state = open("b", false).orElseThrow()) {
            assertThat(state.restorePoint()).isEmpty();
            assertThat(pipeline.resolve("program.sha256")).hasContent("b");
        }
    }

    @Test
    void movesOldStateAsideForAFreshStartAndKeepsOnlyTheLatest() throws IOException {
        open("a", false).orElseThrow().close();
        checkpoint(NEW_JOB, 1, NOW);
        Files.createDirectories(pipeline.resolve(".discarded-20250101T000000.000Z/checkpoints"));

        try (PipelineState state = open("b", true).orElseThrow()) {
            assertThat(state.restorePoint()).isEmpty();
        }
        assertThat(names(pipeline))
                .containsExactlyInAnyOrder("run.lock", "program.sha256", ".discarded-20260101T000000.000Z");
        Path discarded = pipeline.resolve(".discarded-20260101T000000.000Z");
        assertThat(discarded.resolve("program.sha256")).hasContent("a");
        assertThat(discarded.resolve("checkpoints").resolve(NEW_JOB.toHexString()))
                .isDirectory();
    }

    @Test
    void lendsAPipelineToOneRunAtATime() {
        try (PipelineState held = open("a", false).orElseThrow()) {
            assertThat(held.restorePoint()).isEmpty();
            assertThat(open("a", false)).isEmpty();
            assertThat(problems.sorted()).extracting(Diagnostic::code).containsExactly(DiagnosticCode.STATE_LOCKED);
        }
        assertThat(open("a", false)).isPresent().hasValueSatisfying(PipelineState::close);
    }

    @Test
    void forgetsEarlierJobsOnceANewOneHasItsOwnCheckpoint() throws IOException {
        checkpoint(OLD_JOB, 9, NOW.minusSeconds(60));
        checkpoint(NEW_JOB, 1, NOW);
        open("a", true).orElseThrow().close();
        checkpoint(OLD_JOB, 9, NOW.minusSeconds(60));
        checkpoint(NEW_JOB, 1, NOW);

        try (PipelineState state = open("a", false).orElseThrow()) {
            state.keepOnly(NEW_JOB);
            assertThat(names(pipeline.resolve("checkpoints"))).containsExactly(NEW_JOB.toHexString());
            state.discard();
            assertThat(names(pipeline.resolve("checkpoints"))).isEmpty();
        }
    }

    private Optional<PipelineState> open(String fingerprint, boolean fresh) {
        return folder.open(program, fingerprint, fresh, problems);
    }

    private Path checkpoint(JobID job, int number, Instant completed) throws IOException {
        Path checkpoint =
                pipeline.resolve("checkpoints").resolve(job.toHexString()).resolve("chk-" + number);
        Files.createDirectories(checkpoint);
        Path metadata = checkpoint.resolve("_metadata");
        try (OutputStream out = Files.newOutputStream(metadata)) {
            org.apache.flink.runtime.checkpoint.Checkpoints.storeCheckpointMetadata(
                    new CheckpointMetadata(number, List.of(), List.of()), out);
        }
        Files.setLastModifiedTime(metadata, FileTime.from(completed));
        return checkpoint;
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.map(entry -> entry.getFileName().toString()).toList();
        }
    }
}
