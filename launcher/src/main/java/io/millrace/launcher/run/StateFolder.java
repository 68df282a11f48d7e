package io.millrace.launcher.run;

import io.millrace.catalog.descriptor.Mode;
import io.millrace.catalog.diagnostic.DiagnosticCode;
import io.millrace.catalog.diagnostic.DiagnosticCollector;
import io.millrace.catalog.program.PipelineProgram;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where the embedded runs of one environment keep their state: {@code .millrace/state/<environment>/<pipeline>/} with
 * the checkpoints and the fingerprint of the program that took them.
 */
public final class StateFolder {

    private static final String FINGERPRINT = "program.sha256";
    private static final String CHECKPOINTS = "checkpoints";
    private static final String DISCARDED = ".discarded-";
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss.SSS'Z'").withZone(ZoneOffset.UTC);

    private final Path folder;
    private final Clock clock;

    /**
     * @param project the project's root
     * @param sandbox the id of the sandbox whose data the pipelines read: another sandbox means other offsets
     */
    public StateFolder(Path project, String environment, Optional<String> sandbox) {
        this(project, environment, sandbox, Clock.systemUTC());
    }

    StateFolder(Path project, String environment, Optional<String> sandbox, Clock clock) {
        this.folder = project.resolve(".millrace")
                .resolve("state")
                .resolve(environment + sandbox.map(id -> "-" + id).orElse(""));
        this.clock = clock;
    }

    /**
     * Takes a pipeline's state for this process and finds what to resume from.
     *
     * @param fingerprint of the program, as by {@link ProgramFingerprint}
     * @param fresh start without the state that is there, which is moved aside
     * @param problems receives STATE_LOCKED or STATE_MISMATCH, at the pipeline
     * @return empty where there is a problem
     */
    public Optional<PipelineState> open(
            PipelineProgram program, String fingerprint, boolean fresh, DiagnosticCollector problems) {
        Path pipeline = folder.resolve(program.pipeline());
        try {
            Files.createDirectories(pipeline);
            Optional<FileChannel> lock = lock(pipeline);
            if (lock.isEmpty()) {
                problems.error(
                        DiagnosticCode.STATE_LOCKED,
                        program.location(),
                        "pipeline '" + program.pipeline() + "' is already running from this project",
                        "stop the other run first");
                return Optional.empty();
            }
            Optional<PipelineState> state = open(pipeline, lock.get(), program, fingerprint, fresh, problems);
            if (state.isEmpty()) {
                lock.get().close();
            }
            return state;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Optional<PipelineState> open(
            Path pipeline,
            FileChannel lock,
            PipelineProgram program,
            String fingerprint,
            boolean fresh,
            DiagnosticCollector problems)
            throws IOException {
        Checkpoints checkpoints = new Checkpoints(pipeline.resolve(CHECKPOINTS));
        if (program.mode() == Mode.BATCH) {
            return Optional.of(new PipelineState(lock, checkpoints, Optional.empty()));
        }
        if (fresh) {
            moveAside(pipeline);
        }
        boolean any = checkpoints.exist();
        if (any && !fingerprint.equals(read(pipeline.resolve(FINGERPRINT)))) {
            refuse(program, "was written by another version of its SQL", problems);
            return Optional.empty();
        }
        Optional<RestorePoint> newest = checkpoints.newest();
        if (any && newest.isEmpty()) {
            refuse(program, "cannot be read", problems);
            return Optional.empty();
        }
        write(pipeline.resolve(FINGERPRINT), fingerprint);
        return Optional.of(new PipelineState(lock, checkpoints, newest));
    }

    private static void refuse(PipelineProgram program, String reason, DiagnosticCollector problems) {
        problems.error(
                DiagnosticCode.STATE_MISMATCH,
                program.location(),
                "the state of pipeline '" + program.pipeline() + "' " + reason,
                "run with --fresh to start without the old state, which is then moved aside");
    }

    private static Optional<FileChannel> lock(Path pipeline) throws IOException {
        FileChannel channel =
                FileChannel.open(pipeline.resolve("run.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() != null) {
                return Optional.of(channel);
            }
        } catch (OverlappingFileLockException heldInThisProcess) {
            // The same answer as for another process.
        }
        channel.close();
        return Optional.empty();
    }

    /** Keeps the state that a fresh start leaves behind until the next one, in case it was not meant. */
    private void moveAside(Path pipeline) throws IOException {
        if (!new Checkpoints(pipeline.resolve(CHECKPOINTS)).exist()) {
            return;
        }
        for (Path older : discarded(pipeline)) {
            Checkpoints.delete(older);
        }
        Path target = Files.createDirectory(pipeline.resolve(DISCARDED + TIME.format(clock.instant())));
        for (String part : List.of(CHECKPOINTS, FINGERPRINT)) {
            if (Files.exists(pipeline.resolve(part))) {
                Files.move(pipeline.resolve(part), target.resolve(part));
            }
        }
    }

    private static List<Path> discarded(Path pipeline) throws IOException {
        try (Stream<Path> entries = Files.list(pipeline)) {
            return entries.filter(entry -> entry.getFileName().toString().startsWith(DISCARDED))
                    .toList();
        }
    }

    private static String read(Path file) throws IOException {
        return Files.exists(file) ? Files.readString(file).strip() : "";
    }

    private static void write(Path file, String text) throws IOException {
        Path draft = file.resolveSibling(file.getFileName() + ".new");
        Files.writeString(draft, text + "\n");
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
