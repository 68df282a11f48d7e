package io.millrace.launcher.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.flink.api.common.JobID;

/** The state of one pipeline on disk, held by this process until it is closed. */
public final class PipelineState implements AutoCloseable {

    private final FileChannel lock;
    private final Checkpoints checkpoints;
    private final Optional<RestorePoint> restorePoint;

    PipelineState(FileChannel lock, Checkpoints checkpoints, Optional<RestorePoint> restorePoint) {
        this.lock = lock;
        this.checkpoints = checkpoints;
        this.restorePoint = restorePoint;
    }

    /** What a run resumes from; empty where it starts with empty state. */
    public Optional<RestorePoint> restorePoint() {
        return restorePoint;
    }

    /** Where the job writes its checkpoints; exists. */
    Path checkpointFolder() {
        try {
            return Files.createDirectories(checkpoints.folder());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Called once a job has a checkpoint of its own: nothing will go back to those of earlier jobs. */
    void keepOnly(JobID job) {
        checkpoints.deleteAllBut(job);
    }

    /** Called when a job came to the end of its input: there is nothing to resume. */
    void discard() {
        checkpoints.deleteAll();
    }

    /** Lets another run have the pipeline. */
    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
