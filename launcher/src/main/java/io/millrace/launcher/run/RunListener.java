package io.millrace.launcher.run;

import java.util.List;
import java.util.Optional;

/** Is told how an embedded run goes, always on the thread that runs it. */
public interface RunListener {

    /**
     * A pipeline's job was submitted.
     *
     * @param restored what it resumes from; empty where it starts with empty state
     */
    default void started(String pipeline, Optional<RestorePoint> restored) {}

    /** A pipeline changed its state. */
    default void changed(PipelineStatus status, RunState before) {}

    /** Once a second, and once more at the end: the pipelines in the order they were given. */
    default void progress(List<PipelineStatus> pipelines) {}
}
