package io.millrace.launcher.run;

import java.time.Duration;
import java.util.Optional;

/**
 * What a pipeline of an embedded run has done so far.
 *
 * @param uptime since the job first ran; zero before that
 * @param recordsIn rows that its sources emitted since this run started
 * @param recordsOut rows that its sinks took since this run started
 * @param checkpoints completed since this run started
 * @param restarts after failures since this run started
 * @param lastFailure in one line, without secrets
 */
public record PipelineStatus(
        String pipeline,
        RunState state,
        Duration uptime,
        long recordsIn,
        long recordsOut,
        long checkpoints,
        long restarts,
        Optional<String> lastFailure) {}
