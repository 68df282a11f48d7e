package io.millrace.catalog.validation;

import io.millrace.catalog.descriptor.Environment;
import io.millrace.catalog.descriptor.ProjectDescriptor;
import io.millrace.catalog.program.PipelineProgram;
import io.millrace.catalog.program.PipelineSources;
import java.util.List;

/**
 * What rules look at.
 *
 * @param environment the chosen one
 * @param pipelines every pipeline whose descriptor could be read, in the order of their files
 * @param programs the same pipelines as programs of the chosen environment, in the same order
 */
public record ValidationContext(
        ProjectDescriptor project,
        Environment environment,
        List<PipelineSources> pipelines,
        List<PipelineProgram> programs) {}
