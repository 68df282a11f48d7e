package io.millrace.launcher.cli;

import io.millrace.launcher.fixture.NamePattern;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * What the user asked of {@code test}.
 *
 * @param limit how long one test may take
 */
record TestRequest(
        Optional<NamePattern> pattern,
        Duration limit,
        boolean failFast,
        boolean update,
        boolean coverage,
        OutputFormat format,
        Optional<Path> junit) {}
