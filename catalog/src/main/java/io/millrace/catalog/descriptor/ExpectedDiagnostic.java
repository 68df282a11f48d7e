package io.millrace.catalog.descriptor;

import io.millrace.catalog.diagnostic.Located;
import java.util.Optional;

/**
 * A problem that compiling the pipeline or the test must report.
 *
 * @param code such as {@code MR604}
 * @param contains a text that its message contains
 */
public record ExpectedDiagnostic(Located<String> code, Optional<Located<String>> contains) {}
