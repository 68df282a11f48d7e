package io.millrace.launcher.schedule;

import io.millrace.catalog.schedule.FireTimes.DisturbedTime;
import io.millrace.launcher.report.TextTable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** When pipelines run next. */
public final class ScheduleReport {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm xxx");

    private final List<ScheduledPipeline> pipelines;
    private final Optional<LocalDate> from;

    /** @param from the first day, in each pipeline's own zone; now where it is empty */
    public ScheduleReport(List<ScheduledPipeline> pipelines, Optional<LocalDate> from) {
        this.pipelines = pipelines;
        this.from = from;
    }

    /** For a person, a line for each of the next times. */
    public List<String> lines(int count) {
        TextTable table = new TextTable("PIPELINE", "CRON", "TIME ZONE", "NEXT");
        for (ScheduledPipeline pipeline : pipelines) {
            List<ZonedDateTime> times = next(pipeline, count);
            table.row(pipeline.name(), pipeline.cron().text(), pipeline.zone().getId(), TIME.format(times.get(0)));
            times.stream().skip(1).forEach(time -> table.row("", "", "", TIME.format(time)));
        }
        return table.lines();
    }

    /** For other programs. */
    public List<Map<String, Object>> data(int count) {
        return pipelines.stream()
                .map(pipeline -> {
                    Map<String, Object> data = new LinkedHashMap<>();
                    data.put("pipeline", pipeline.name());
                    data.put("file", pipeline.location().file());
                    data.put("cron", pipeline.cron().text());
                    data.put("time-zone", pipeline.zone().getId());
                    data.put(
                            "next",
                            next(pipeline, count).stream()
                                    .map(DateTimeFormatter.ISO_OFFSET_DATE_TIME::format)
                                    .toList());
                    return data;
                })
                .toList();
    }

    /** What to know about times that a change of the clock touches. */
    public List<String> warnings() {
        return pipelines.stream()
                .flatMap(pipeline ->
                        pipeline.times().disturbed(start(pipeline)).stream().map(time -> warning(pipeline, time)))
                .toList();
    }

    private static String warning(ScheduledPipeline pipeline, DisturbedTime disturbed) {
        return pipeline.name() + ": on " + disturbed.time().toLocalDate() + ", "
                + disturbed.time().toLocalTime() + (disturbed.skipped() ? " does not come" : " comes twice") + " in "
                + pipeline.zone().getId() + "; schedulers differ in what they do then";
    }

    private List<ZonedDateTime> next(ScheduledPipeline pipeline, int count) {
        return pipeline.times().from(start(pipeline), count);
    }

    private Instant start(ScheduledPipeline pipeline) {
        return from.map(date -> date.atStartOfDay(pipeline.zone()).toInstant()).orElseGet(Instant::now);
    }
}
