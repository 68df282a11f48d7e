package io.millrace.launcher.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.DataInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.flink.core.fs.FileStatus;
import org.apache.flink.core.fs.FileSystem;
import org.apache.flink.core.fs.Path;
import org.apache.flink.runtime.checkpoint.Checkpoints;
import org.apache.flink.runtime.checkpoint.metadata.CheckpointMetadata;

/**
 * The newest savepoint or checkpoint of a job that is over: as the cluster tells, or, where it has forgotten the job, as
 * the folders have them in which it keeps state.
 */
public final class RestorePoints {

    private static final String METADATA = "_metadata";

    private final FlinkRest rest;
    private final StateFolders folders;

    public RestorePoints(FlinkRest rest) {
        this.rest = rest;
        this.folders = new StateFolders(rest);
    }

    /** Empty where there is none, or none can be seen from here. */
    public Optional<SavedState> newest(String jobId) throws ClusterException, InterruptedException {
        List<SavedState> found = new ArrayList<>(told(jobId));
        for (Optional<String> folder : List.of(folders.checkpoints(), folders.savepoints())) {
            folder.ifPresent(path -> found.addAll(kept(new Path(path, jobId))));
        }
        return found.stream().max(Comparator.comparingLong(SavedState::id));
    }

    /** Whether the folders can be looked into, so that what is not found does not exist. */
    public boolean areVisible() throws ClusterException, InterruptedException {
        Optional<String> checkpoints = folders.checkpoints();
        return checkpoints.isPresent() && exists(new Path(checkpoints.get()));
    }

    private List<SavedState> told(String jobId) throws ClusterException, InterruptedException {
        List<SavedState> told = new ArrayList<>();
        try {
            JsonNode latest = rest.get("/jobs/" + jobId + "/checkpoints").path("latest");
            for (String kind : List.of("completed", "savepoint")) {
                JsonNode state = latest.path(kind);
                String path = state.path("external_path").asText();
                if (!path.isEmpty() && !path.startsWith("<") && !isGone(new Path(path))) {
                    told.add(new SavedState(state.path("id").asLong(), path));
                }
            }
        } catch (ClusterException e) {
            if (!e.isNotFound()) {
                throw e;
            }
        }
        return told;
    }

    private static List<SavedState> kept(Path folder) {
        List<SavedState> kept = new ArrayList<>();
        try {
            FileSystem files = folder.getFileSystem();
            FileStatus[] found = files.exists(folder) ? files.listStatus(folder) : null;
            for (FileStatus file : found == null ? new FileStatus[0] : found) {
                if (files.exists(new Path(file.getPath(), METADATA))) {
                    read(files, file.getPath()).ifPresent(kept::add);
                }
            }
        } catch (IOException e) {
            // A file system that this host does not have: the cluster's own words must do.
        }
        return kept;
    }

    private static Optional<SavedState> read(FileSystem files, Path folder) {
        try (DataInputStream in = new DataInputStream(files.open(new Path(folder, METADATA)))) {
            CheckpointMetadata metadata =
                    Checkpoints.loadCheckpointMetadata(in, RestorePoints.class.getClassLoader(), folder.toString());
            return Optional.of(new SavedState(metadata.getCheckpointId(), folder.toString()));
        } catch (IOException | RuntimeException e) {
            return Optional.empty();
        }
    }

    /** Whether it certainly does not exist any more, as the checkpoints of a job that came to its end. */
    private boolean isGone(Path state) throws ClusterException, InterruptedException {
        return areVisible() && !exists(state);
    }

    private static boolean exists(Path folder) {
        try {
            return folder.getFileSystem().exists(folder);
        } catch (IOException e) {
            return false;
        }
    }
}
