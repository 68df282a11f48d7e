package io.millrace.catalog.descriptor;

import io.millrace.catalog.diagnostic.Located;
import java.util.List;

/**
 * One {@code *.test.yaml} file, as written.
 *
 * @param path relative to the project root, with {@code /} between its parts
 * @param pipeline the pipeline under test
 */
public record TestFile(String path, Located<String> pipeline, List<PipelineTest> tests) {}
