package io.millrace.launcher.report;

import java.util.List;

/**
 * A row of a query's result.
 *
 * @param kind {@code +I}, {@code -U}, {@code +U} or {@code -D}
 * @param cells a text for each column, as Flink prints it; null for NULL
 */
public record ResultRow(String kind, List<String> cells) {}
