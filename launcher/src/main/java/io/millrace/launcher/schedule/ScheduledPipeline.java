package io.millrace.launcher.schedule;

import io.millrace.catalog.diagnostic.SourceLocation;
import io.millrace.catalog.schedule.CronExpression;
import io.millrace.catalog.schedule.FireTimes;
import java.time.ZoneId;
import java.util.List;

/**
 * A pipeline that has a schedule, in one environment.
 *
 * @param location of the cron expression
 * @param zone in which it is meant
 * @param secrets the names of those that the pipeline's tables take
 */
public record ScheduledPipeline(
        String name, CronExpression cron, SourceLocation location, ZoneId zone, List<String> secrets) {

    public FireTimes times() {
        return new FireTimes(cron, zone);
    }
}
