package io.millrace.launcher.schedule;

import io.millrace.catalog.descriptor.Environment.Secrets;
import io.millrace.catalog.diagnostic.DiagnosticCollector;
import io.millrace.launcher.report.YamlText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Jobs of a {@code .gitlab-ci.yml}, and in its comments the commands that create the schedules, which are no file. */
public final class GitlabJobs implements SchedulerFile {

    private static final String VARIABLE = "MILLRACE_PIPELINE";

    private final RunInvocation run;
    private final SecretVariables secrets;
    private final Optional<String> image;

    /** @param image in which the jobs run; the runner's own where it is empty */
    public GitlabJobs(RunInvocation run, Optional<Secrets> secrets, Optional<String> image) {
        this.run = run;
        this.secrets = new SecretVariables(secrets);
        this.image = image;
    }

    @Override
    public String text(List<ScheduledPipeline> pipelines, DiagnosticCollector problems) {
        List<String> head = new ArrayList<>();
        head.add("GitLab keeps schedules outside of this file. Create each once, with the branch that is to run:");
        Map<String, Object> jobs = new LinkedHashMap<>();
        for (ScheduledPipeline pipeline : pipelines) {
            secrets.requireVariables("GitLab", pipeline, problems);
            IanaZone.of(pipeline, problems).ifPresent(zone -> head.add("  " + create(pipeline, zone)));
            jobs.put("run-" + pipeline.name(), job(pipeline));
        }
        List<String> variables = secrets.all(pipelines);
        if (!variables.isEmpty()) {
            head.add("Keep as masked CI/CD variables: " + String.join(", ", variables));
        }
        return FileComment.head("gitlab", run, head) + YamlText.of(jobs);
    }

    private static String create(ScheduledPipeline pipeline, String zone) {
        return "glab schedule create --ref main --description " + pipeline.name() + " --cron '"
                + pipeline.cron().canonical() + "' --cronTimeZone " + zone + " --variable " + VARIABLE + ":"
                + pipeline.name();
    }

    private Map<String, Object> job(ScheduledPipeline pipeline) {
        Map<String, Object> job = new LinkedHashMap<>();
        image.ifPresent(name -> job.put("image", name));
        job.put(
                "rules",
                List.of(Map.of(
                        "if",
                        "$CI_PIPELINE_SOURCE == \"schedule\" && $" + VARIABLE + " == \"" + pipeline.name() + "\"")));
        // One at a time; the next one waits.
        job.put(
                "resource_group",
                ("millrace-" + run.environment() + "-" + pipeline.name()).replaceAll("[^A-Za-z0-9_.-]", "_"));
        job.put("script", List.of(run.line(pipeline.name())));
        return job;
    }
}
