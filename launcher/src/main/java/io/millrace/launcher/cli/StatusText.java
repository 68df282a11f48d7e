package io.millrace.launcher.cli;

import io.millrace.launcher.cluster.JobHealth;
import io.millrace.launcher.cluster.JobOverview;
import io.millrace.launcher.cluster.PipelineJobs;
import io.millrace.launcher.report.TextTable;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** The jobs of pipelines as a table, and as data. */
final class StatusText {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final String NOTHING = "-";
    private static final double KILO = 1024;

    private StatusText() {}

    /** The table; ages are seen from {@code now}. */
    static List<String> lines(List<PipelineJobs.Row> rows, Instant now) {
        TextTable table = new TextTable(
                "PIPELINE",
                "STATE",
                "STARTED (UTC)",
                "RESTARTS",
                "CHECKPOINT",
                "FAILED",
                "BUSY",
                "BACKPRESSURE",
                "LAG");
        for (PipelineJobs.Row row : rows) {
            JobHealth health = row.health();
            Optional<JobOverview> job = row.job();
            table.row(
                    row.pipeline()
                            .orElseGet(() -> "(" + job.map(JobOverview::name).orElse("") + ")"),
                    job.map(JobOverview::state).orElse("no job"),
                    job.map(known -> TIME.format(known.started())).orElse(NOTHING),
                    number(health.restarts(), ""),
                    health.checkpoint().map(checkpoint -> text(checkpoint, now)).orElse(NOTHING),
                    Long.toString(health.failedCheckpoints()),
                    number(health.busy(), "%"),
                    number(health.backpressured(), "%"),
                    number(health.lag(), ""));
        }
        return table.lines();
    }

    /** One job; null for what is not known. */
    static Map<String, Object> data(PipelineJobs.Row row) {
        Map<String, Object> data = new LinkedHashMap<>();
        JobHealth health = row.health();
        data.put("pipeline", row.pipeline().orElse(null));
        data.put("job", row.job().map(JobOverview::id).orElse(null));
        data.put("name", row.job().map(JobOverview::name).orElse(null));
        data.put("state", row.job().map(JobOverview::state).orElse(null));
        data.put("started", row.job().map(job -> job.started().toString()).orElse(null));
        data.put(
                "ended",
                row.job().flatMap(JobOverview::ended).map(Instant::toString).orElse(null));
        data.put("restarts", value(health.restarts()));
        data.put("checkpoint", health.checkpoint().map(StatusText::data).orElse(null));
        data.put("failed_checkpoints", health.failedCheckpoints());
        data.put("busy_percent", value(health.busy()));
        data.put("backpressured_percent", value(health.backpressured()));
        data.put("lag_rows", value(health.lag()));
        return data;
    }

    private static Map<String, Object> data(JobHealth.Checkpoint checkpoint) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("id", checkpoint.id());
        data.put("completed", checkpoint.completed().toString());
        data.put("duration_ms", checkpoint.duration().toMillis());
        data.put("bytes", checkpoint.bytes());
        data.put("path", checkpoint.path().orElse(null));
        return data;
    }

    private static String text(JobHealth.Checkpoint checkpoint, Instant now) {
        return age(Duration.between(checkpoint.completed(), now)) + " ago, " + size(checkpoint.bytes());
    }

    private static String age(Duration age) {
        long seconds = Math.max(0, age.toSeconds());
        if (seconds < Duration.ofMinutes(2).toSeconds()) {
            return seconds + " s";
        }
        return seconds < Duration.ofHours(2).toSeconds() ? age.toMinutes() + " min" : age.toHours() + " h";
    }

    private static String size(long bytes) {
        double size = bytes;
        for (String unit : List.of("B", "KiB", "MiB")) {
            if (size < KILO) {
                return String.format(Locale.ROOT, unit.equals("B") ? "%.0f %s" : "%.1f %s", size, unit);
            }
            size /= KILO;
        }
        return String.format(Locale.ROOT, "%.1f GiB", size);
    }

    private static String number(OptionalLong value, String unit) {
        return value.isPresent() ? value.getAsLong() + unit : NOTHING;
    }

    private static Long value(OptionalLong value) {
        return value.isPresent() ? value.getAsLong() : null;
    }
}
