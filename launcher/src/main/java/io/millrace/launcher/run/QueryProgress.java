package io.millrace.launcher.run;

import java.time.Instant;
import java.util.Optional;

/**
 * How far a query has come.
 *
 * @param read rows that its sources gave so far
 * @param watermark the event time that has passed all its operators; empty before any, or without event time
 */
public record QueryProgress(long read, Optional<Instant> watermark) {}
