package io.millrace.catalog.descriptor;

import io.millrace.catalog.diagnostic.Located;

/**
 * How many rows the windows of a view or sink drop as late.
 *
 * @param count a whole number of at least 0
 */
public record LateRows(Located<String> view, Located<String> count) {}
