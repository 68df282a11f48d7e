package io.millrace.launcher.cli;

import io.millrace.launcher.compile.StartPosition;
import java.time.Duration;
import java.util.Optional;

/**
 * What a user wants to see.
 *
 * @param view as typed
 * @param pipeline the one to look into
 * @param where a SQL condition
 * @param start where sources are read from
 * @param most the number of rows to end after; 0 for no end
 * @param limit how long to wait for them
 */
record PeekRequest(
        String view,
        Optional<String> pipeline,
        Optional<String> where,
        StartPosition start,
        long most,
        Optional<Duration> limit,
        RowFormat format) {}
