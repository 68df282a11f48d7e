package io.millrace.launcher.run;

import io.millrace.catalog.diagnostic.Diagnostic;
import java.util.Optional;

/**
 * How a pipeline of an embedded run ended.
 *
 * @param status final
 * @param failure JOB_FAILED at the pipeline; only where it failed
 */
public record PipelineResult(PipelineStatus status, Optional<Diagnostic> failure) {}
