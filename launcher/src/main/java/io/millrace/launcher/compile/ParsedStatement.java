package io.millrace.launcher.compile;

import io.millrace.catalog.script.EditedText;
import org.apache.flink.table.operations.ModifyOperation;

/**
 * An INSERT that Flink has parsed.
 *
 * @param sql the statement that its errors point to
 */
public record ParsedStatement(EditedText sql, ModifyOperation operation) {}
