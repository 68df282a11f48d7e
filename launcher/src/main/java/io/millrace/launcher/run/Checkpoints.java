package io.millrace.launcher.run;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.flink.api.common.JobID;

/**
 * The checkpoints of one pipeline as Flink lays them out: {@code <job id>/chk-<n>/}, complete once {@code _metadata}
 * stands in it.
 */
final class Checkpoints {

    private static final String METADATA = "_metadata";

    private final Path folder;

    Checkpoints(Path folder) {
        this.folder = folder;
    }

    Path folder() {
        return folder;
    }

    /** Whether there is any complete checkpoint, readable or not. */
    boolean exist() {
        return !complete().isEmpty();
    }

    /** The newest complete checkpoint that can be read, whatever job took it. */
    Optional<RestorePoint> newest() {
        return complete().stream()
                .filter(point -> isReadable(point.checkpoint()))
                .findFirst();
    }

    /** Deletes the checkpoints of all jobs but one. */
    void deleteAllBut(JobID kept) {
        for (Path job : jobs()) {
            if (!job.getFileName().toString().equals(kept.toHexString())) {
                delete(job);
            }
        }
    }

    void deleteAll() {
        jobs().forEach(Checkpoints::delete);
    }

    /** The newest first. */
    private List<RestorePoint> complete() {
        return jobs().stream()
                .flatMap(job -> list(job).stream())
                .filter(checkpoint -> checkpoint.getFileName().toString().startsWith("chk-"))
                .filter(checkpoint -> Files.isRegularFile(checkpoint.resolve(METADATA)))
                .map(checkpoint -> new RestorePoint(checkpoint, completed(checkpoint)))
                .sorted(Comparator.comparing(RestorePoint::completed)
                        .thenComparing(point -> number(point.checkpoint()))
                        .reversed())
                .toList();
    }

    private List<Path> jobs() {
        return Files.isDirectory(folder) ? list(folder) : List.of();
    }

    private static boolean isReadable(Path checkpoint) {
        try (DataInputStream metadata =
                new DataInputStream(new BufferedInputStream(Files.newInputStream(checkpoint.resolve(METADATA))))) {
            org.apache.flink.runtime.checkpoint.Checkpoints.loadCheckpointMetadata(
                    metadata,
                    Checkpoints.class.getClassLoader(),
                    checkpoint.toUri().toString());
            return true;
        } catch (IOException | RuntimeException e) {
            return false;
        }
    }

    private static long number(Path checkpoint) {
        String digits = checkpoint.getFileName().toString().substring("chk-".length());
        return digits.matches("\\d{1,18}") ? Long.parseLong(digits) : 0;
    }

    private static Instant completed(Path checkpoint) {
        try {
            FileTime modified = Files.getLastModifiedTime(checkpoint.resolve(METADATA));
            return modified.toInstant();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> list(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder, new FileVisitOption[0])) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
