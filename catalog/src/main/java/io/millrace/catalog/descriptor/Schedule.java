package io.millrace.catalog.descriptor;

import io.millrace.catalog.diagnostic.SourceLocation;
import io.millrace.catalog.schedule.CronExpression;
import java.time.ZoneId;
import java.util.Optional;

/**
 * When a batch pipeline runs, as written.
 *
 * @param location of the cron expression
 * @param zone in which it is meant; empty where the pipeline's own time zone is
 */
public record Schedule(CronExpression cron, SourceLocation location, Optional<ZoneId> zone) {}
