package io.millrace.launcher.schedule;

import io.millrace.catalog.descriptor.Environment.Secrets;
import io.millrace.catalog.diagnostic.DiagnosticCode;
import io.millrace.catalog.diagnostic.DiagnosticCollector;
import io.millrace.catalog.schedule.CronExpression;
import io.millrace.catalog.schedule.CronField;
import io.millrace.launcher.report.YamlText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/** A workflow of GitHub Actions with a job for each pipeline, which may also be started by hand. */
public final class GithubWorkflow implements SchedulerFile {

    private static final String SCHEDULER = "GitHub Actions";

    /** Names of secrets that GitHub accepts. */
    private static final String SECRET_NAME = "(?!GITHUB_)[A-Za-z_][A-Za-z0-9_]*";

    private static final int SHORTEST_INTERVAL = 5;

    private final RunInvocation run;
    private final SecretVariables secrets;

    public GithubWorkflow(RunInvocation run, Optional<Secrets> secrets) {
        this.run = run;
        this.secrets = new SecretVariables(secrets);
    }

    @Override
    public String text(List<ScheduledPipeline> pipelines, DiagnosticCollector problems) {
        pipelines.forEach(pipeline -> check(pipeline, problems));
        Map<String, Object> on = new LinkedHashMap<>();
        on.put("schedule", events(pipelines, problems));
        on.put("workflow_dispatch", Map.of("inputs", Map.of("pipeline", byHand(pipelines))));
        Map<String, Object> jobs = new LinkedHashMap<>();
        pipelines.forEach(pipeline -> jobs.put(pipeline.name(), job(pipeline)));
        Map<String, Object> workflow = new LinkedHashMap<>();
        workflow.put("name", "Millrace in " + run.environment());
        workflow.put("on", on);
        workflow.put("permissions", Map.of("contents", "read"));
        workflow.put("jobs", jobs);
        return FileComment.head(
                        "github",
                        run,
                        List.of(
                                "GitHub reads schedules from the default branch, and may start a run late or leave one out."))
                + YamlText.of(workflow);
    }

    private void check(ScheduledPipeline pipeline, DiagnosticCollector problems) {
        secrets.requireVariables(SCHEDULER, pipeline, problems);
        for (String variable : secrets.of(pipeline).keySet()) {
            if (!variable.matches(SECRET_NAME)) {
                problems.error(
                        DiagnosticCode.SCHEDULE_NOT_SUPPORTED,
                        pipeline.location(),
                        SCHEDULER + " takes no secret of the name '" + variable + "'",
                        "letters, digits and '_', no digit and no GITHUB_ at the start");
            }
        }
        if (shortestInterval(pipeline.cron()) < SHORTEST_INTERVAL) {
            problems.error(
                    DiagnosticCode.SCHEDULE_NOT_SUPPORTED,
                    pipeline.location(),
                    SCHEDULER + " runs nothing more often than every " + SHORTEST_INTERVAL + " minutes",
                    "another scheduler does");
        }
    }

    /** In minutes, from one start to the next. */
    private static int shortestInterval(CronExpression cron) {
        int[] minutes = cron.field(CronField.MINUTE).values().toArray();
        OptionalInt within = IntStream.range(1, minutes.length)
                .map(i -> minutes[i] - minutes[i - 1])
                .min();
        boolean nextHour = IntStream.range(0, 24)
                .anyMatch(hour -> cron.field(CronField.HOUR).contains(hour)
                        && cron.field(CronField.HOUR).contains((hour + 1) % 24));
        int across = nextHour ? 60 - minutes[minutes.length - 1] + minutes[0] : 60;
        return Math.min(within.orElse(60), across);
    }

    /** Each pair of times and zone once, because two equal ones would start each job twice. */
    private static List<Map<String, Object>> events(List<ScheduledPipeline> pipelines, DiagnosticCollector problems) {
        Map<String, String> zones = new LinkedHashMap<>();
        for (ScheduledPipeline pipeline : pipelines) {
            IanaZone.of(pipeline, problems).ifPresent(zone -> {
                String first = zones.putIfAbsent(pipeline.cron().canonical(), zone);
                if (first != null && !first.equals(zone)) {
                    problems.error(
                            DiagnosticCode.SCHEDULE_NOT_SUPPORTED,
                            pipeline.location(),
                            SCHEDULER
                                    + " tells a job its cron expression but not the zone, and the same stands here in "
                                    + first + " and " + zone,
                            "print workflows of their own for these pipelines, by name");
                }
            });
        }
        List<Map<String, Object>> events = new ArrayList<>();
        zones.forEach((cron, zone) -> {
            Map<String, Object> event = new LinkedHashMap<>();
            event.put("cron", cron);
            if (!zone.equals(IanaZone.UTC)) {
                event.put("timezone", zone);
            }
            events.add(event);
        });
        return events;
    }

    private static Map<String, Object> byHand(List<ScheduledPipeline> pipelines) {
        Map<String, Object> input = new LinkedHashMap<>();
        input.put("description", "Pipeline");
        input.put("required", true);
        input.put("type", "choice");
        input.put("options", pipelines.stream().map(ScheduledPipeline::name).toList());
        return input;
    }

    private Map<String, Object> job(ScheduledPipeline pipeline) {
        Map<String, Object> java = new LinkedHashMap<>();
        java.put("uses", "actions/setup-java@v4");
        Map<String, Object> version = new LinkedHashMap<>();
        version.put("distribution", "temurin");
        version.put("java-version", "17");
        java.put("with", version);
        Map<String, Object> step = new LinkedHashMap<>();
        step.put("run", literal(run.line(pipeline.name())));
        Map<String, Object> variables = new LinkedHashMap<>();
        secrets.of(pipeline).keySet().forEach(name -> variables.put(name, "${{ secrets." + name + " }}"));
        if (!variables.isEmpty()) {
            step.put("env", variables);
        }
        Map<String, Object> concurrency = new LinkedHashMap<>();
        concurrency.put("group", literal("millrace " + run.environment() + " " + pipeline.name()));
        concurrency.put("cancel-in-progress", false);
        Map<String, Object> job = new LinkedHashMap<>();
        job.put(
                "if",
                "github.event.schedule == '" + pipeline.cron().canonical() + "' || inputs.pipeline == '"
                        + pipeline.name() + "'");
        job.put("runs-on", "ubuntu-latest");
        job.put("concurrency", concurrency);
        job.put("steps", List.of(Map.of("uses", "actions/checkout@v4"), java, step));
        return job;
    }

    /** A text in which GitHub finds no expression. */
    private static String literal(String text) {
        return text.replace("${{", "${{ '${{' }}");
    }
}
