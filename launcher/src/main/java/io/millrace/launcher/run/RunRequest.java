package io.millrace.launcher.run;

import io.millrace.launcher.compile.CompiledPipeline;

/**
 * A pipeline to run, with the state that this process holds for it.
 *
 * @param state closed by the run when it ends
 */
public record RunRequest(CompiledPipeline pipeline, PipelineState state) {}
