package io.millrace.catalog.validation;

import io.millrace.catalog.diagnostic.Diagnostic;
import io.millrace.catalog.diagnostic.DiagnosticCode;
import io.millrace.catalog.diagnostic.Located;
import io.millrace.catalog.diagnostic.SourceLocation;
import io.millrace.catalog.program.PipelineSources;
import java.util.HashMap;
import java.util.Map;

/** Pipeline names are kebab-case and unique. */
public final class PipelineNameRule implements ValidationRule {

    @Override
    public void check(ValidationContext catalog, Findings findings) {
        Map<String, SourceLocation> seen = new HashMap<>();
        for (PipelineSources pipeline : catalog.pipelines()) {
            Located<String> name = pipeline.descriptor().name();
            if (!name.value().matches("[a-z][a-z0-9]*(-[a-z0-9]+)*")
                    || name.value().length() > 100) {
                findings.add(
                        name.value(),
                        Diagnostic.error(
                                DiagnosticCode.BAD_PIPELINE_NAME,
                                name.location(),
                                "'" + name.value() + "' is not a pipeline name",
                                "lower-case letters and digits with single '-' between them, such as orders-per-minute"));
            }
            SourceLocation first = seen.putIfAbsent(name.value(), name.location());
            if (first != null) {
                findings.add(
                        name.value(),
                        Diagnostic.error(
                                DiagnosticCode.DUPLICATE_PIPELINE,
                                name.location(),
                                "the name '" + name.value() + "' is taken",
                                "by the pipeline at " + first));
            }
        }
    }
}
