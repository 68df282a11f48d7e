package io.millrace.catalog.descriptor;

import io.millrace.catalog.diagnostic.Located;
import java.util.List;
import java.util.Optional;

/**
 * The rows that a sink or view holds at the end of a test.
 *
 * @param rows empty where {@code ~} is written, to be filled in
 * @param ordered whether the order of the rows matters
 * @param contains whether other rows may be there too
 * @param tolerance how far numbers may be apart, a decimal number of at least 0; empty where they must be equal
 */
public record ExpectedTable(
        Located<String> table,
        Optional<List<FixtureRow>> rows,
        boolean ordered,
        boolean contains,
        Optional<Located<String>> tolerance) {}
