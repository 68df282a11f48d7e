package io.millrace.catalog.descriptor;

import io.millrace.catalog.diagnostic.Located;
import io.millrace.catalog.diagnostic.SourceLocation;
import java.util.Map;

/**
 * WITH options that replace or extend those of one table.
 *
 * @param table the table's name
 * @param location where it is named
 * @param options by option key, in the order of the file
 */
public record TableOptions(String table, SourceLocation location, Map<String, Located<String>> options) {}
