package io.millrace.catalog.validation;

import io.millrace.catalog.diagnostic.Diagnostic;
import io.millrace.catalog.diagnostic.DiagnosticCode;
import io.millrace.catalog.program.PipelineSources;
import io.millrace.catalog.script.StatementKind;

/** A pipeline inserts into something. */
public final class InsertRule implements ValidationRule {

    @Override
    public void check(ValidationContext catalog, Findings findings) {
        for (PipelineSources pipeline : catalog.pipelines()) {
            // A script that could not be read may hold the INSERT.
            if (findings.isValid(pipeline.name())
                    && pipeline.statements(StatementKind.INSERT).findAny().isEmpty()) {
                findings.add(
                        pipeline.name(),
                        Diagnostic.error(
                                DiagnosticCode.NO_INSERT,
                                pipeline.descriptor().name().location(),
                                "the pipeline '" + pipeline.name() + "' inserts into nothing",
                                "a script of 'sink' needs an INSERT INTO"));
            }
        }
    }
}
