package io.millrace.catalog.descriptor;

import io.millrace.catalog.diagnostic.Located;
import java.util.List;
import java.util.Optional;

/**
 * The changes that a sink or view gets during a test, in their order.
 *
 * @param changes empty where {@code ~} is written, to be filled in
 * @param tolerance how far numbers may be apart, a decimal number of at least 0; empty where they must be equal
 */
public record ExpectedChangelog(
        Located<String> table, Optional<List<FixtureRow>> changes, Optional<Located<String>> tolerance) {}
