package io.millrace.launcher.schedule;

import io.millrace.catalog.descriptor.Environment.Secrets;
import io.millrace.catalog.diagnostic.DiagnosticCode;
import io.millrace.catalog.diagnostic.DiagnosticCollector;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A table for a user's {@code crontab}. */
public final class Crontab implements SchedulerFile {

    private final RunInvocation run;
    private final SecretVariables secrets;

    public Crontab(RunInvocation run, Optional<Secrets> secrets) {
        this.run = run;
        this.secrets = new SecretVariables(secrets);
    }

    @Override
    public String text(List<ScheduledPipeline> pipelines, DiagnosticCollector problems) {
        List<String> head = new ArrayList<>(List.of(
                "CRON_TZ is understood by cronie (Fedora, RHEL, SUSE, Arch). The cron of Debian and Ubuntu ignores it and",
                "keeps to the machine's time zone: install cronie there, or check that the zones are the same."));
        List<String> variables = secrets.all(pipelines);
        if (!variables.isEmpty()) {
            head.add("The runs take these variables, which cron must be started with: " + String.join(", ", variables));
        }
        StringBuilder text = new StringBuilder(FileComment.head("cron", run, head));
        for (ScheduledPipeline pipeline : pipelines) {
            IanaZone.of(pipeline, problems).ifPresent(zone -> text.append('\n')
                    .append(FileComment.line(pipeline.location().file()))
                    .append("CRON_TZ=" + zone + "\n")
                    .append(pipeline.cron().canonical() + " " + command(pipeline, problems) + "\n"));
        }
        return text.toString();
    }

    /** A percent sign would end the command. */
    private String command(ScheduledPipeline pipeline, DiagnosticCollector problems) {
        String line = run.line(pipeline.name());
        if (line.lines().count() > 1) {
            problems.error(
                    DiagnosticCode.SCHEDULE_NOT_SUPPORTED,
                    pipeline.location(),
                    "a command of cron is one line, and this one has a line break in a word");
        }
        return line.replace("%", "\\%");
    }
}
