package io.millrace.launcher.run;

import java.nio.file.Path;
import java.time.Instant;

/**
 * A complete checkpoint that a run resumes from.
 *
 * @param checkpoint its folder
 * @param completed when it was completed
 */
public record RestorePoint(Path checkpoint, Instant completed) {}
