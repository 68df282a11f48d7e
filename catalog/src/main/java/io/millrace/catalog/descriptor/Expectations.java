package io.millrace.catalog.descriptor;

import io.millrace.catalog.diagnostic.Located;
import io.millrace.catalog.diagnostic.SourceLocation;
import java.util.List;
import java.util.Optional;

/**
 * What a test expects; at least one thing.
 *
 * @param location where {@code expect:} has its value
 * @param failure a text that the reason of the job's failure contains
 * @param diagnostic what compiling the pipeline reports
 */
public record Expectations(
        SourceLocation location,
        List<ExpectedTable> tables,
        List<ExpectedChangelog> changelogs,
        List<LateRows> late,
        Optional<Located<String>> failure,
        Optional<ExpectedDiagnostic> diagnostic) {}
