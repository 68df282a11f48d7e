package io.millrace.launcher.cli;

/** How a verb prints data. */
enum OutputFormat {
    TEXT,
    JSON
}
