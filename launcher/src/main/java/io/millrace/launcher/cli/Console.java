package io.millrace.launcher.cli;

import io.millrace.launcher.report.Style;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;

/**
 * The world around one command: results go to {@code out}, progress and diagnostics to {@code err}.
 *
 * @param workingFolder where the user stands
 * @param environment the process's environment variables
 * @param terminal whether a person watches, so that lines may be redrawn
 */
record Console(
        PrintWriter out, PrintWriter err, Path workingFolder, Map<String, String> environment, boolean terminal) {

    /** The start script tells by a system property whether a terminal shows both streams; Java cannot. */
    static Console ofProcess() {
        return new Console(
                new PrintWriter(System.out, true, StandardCharsets.UTF_8),
                new PrintWriter(System.err, true, StandardCharsets.UTF_8),
                Path.of("").toAbsolutePath(),
                System.getenv(),
                Boolean.getBoolean("millrace.terminal") && !"dumb".equals(System.getenv("TERM")));
    }

    Style style() {
        return terminal && environment.getOrDefault("NO_COLOR", "").isEmpty() ? Style.COLOUR : Style.PLAIN;
    }
}
