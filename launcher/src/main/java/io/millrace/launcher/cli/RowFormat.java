package io.millrace.launcher.cli;

/** How rows are printed. */
enum RowFormat {
    TEXT,
    JSON,
    CSV
}
