package io.millrace.catalog.script;

import io.millrace.catalog.diagnostic.SourceText;
import java.util.List;

/** A SQL file, split into its statements. */
public record SqlScript(SourceText source, List<SqlStatement> statements) {}
