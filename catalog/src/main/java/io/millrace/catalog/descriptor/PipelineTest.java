package io.millrace.catalog.descriptor;

import io.millrace.catalog.diagnostic.Located;
import java.util.List;
import java.util.Optional;

/**
 * One test of a pipeline: what its sources give, and what must come out.
 *
 * @param clock what the SQL's clock shows; empty where the test gives none
 * @param given the steps, in the order in which they are processed
 */
public record PipelineTest(
        Located<String> name, Optional<Located<String>> clock, List<TestStep> given, Expectations expect) {}
