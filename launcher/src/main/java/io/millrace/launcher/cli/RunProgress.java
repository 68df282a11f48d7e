package io.millrace.launcher.cli;

import io.millrace.launcher.report.TextTable;
import io.millrace.launcher.run.PipelineResult;
import io.millrace.launcher.run.PipelineStatus;
import io.millrace.launcher.run.RestorePoint;
import io.millrace.launcher.run.RunListener;
import io.millrace.launcher.run.RunState;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Shows how a run goes: a line at each change, and on a terminal a status line that is drawn anew each second. */
final class RunProgress implements RunListener {

    private static final String CLEAR_LINE = "\r\u001b[K";

    private final Console console;
    private volatile boolean ended;

    RunProgress(Console console) {
        this.console = console;
    }

    @Override
    public void started(String pipeline, Optional<RestorePoint> restored) {
        line(pipeline
                + restored.map(point -> ": resumes from " + point.checkpoint().getFileName() + " of " + age(point))
                        .orElse(": starts without state"));
    }

    @Override
    public void changed(PipelineStatus status, RunState before) {
        String failure = status.lastFailure()
                .filter(text -> status.state() == RunState.RESTARTING)
                .map(text -> ": " + text)
                .orElse("");
        line(status.pipeline() + ": " + status.state().label() + failure);
    }

    @Override
    public void progress(List<PipelineStatus> pipelines) {
        if (console.terminal() && !ended) {
            String states = pipelines.stream()
                    .collect(Collectors.groupingBy(
                            status -> status.state().label(), LinkedHashMap::new, Collectors.counting()))
                    .entrySet()
                    .stream()
                    .map(state -> state.getValue() + " " + state.getKey())
                    .collect(Collectors.joining(", "));
            // Totals, because a line that is longer than the terminal is wide could not be drawn anew.
            String text = String.format(
                    Locale.ROOT,
                    "%s  |  %,d rows in  |  %,d rows out  |  %,d checkpoints",
                    states,
                    pipelines.stream().mapToLong(PipelineStatus::recordsIn).sum(),
                    pipelines.stream().mapToLong(PipelineStatus::recordsOut).sum(),
                    pipelines.stream().mapToLong(PipelineStatus::checkpoints).sum());
            console.err().print(CLEAR_LINE + text);
            console.err().flush();
        }
    }

    /** Says that a stop was asked for; called on the thread of the signal. */
    void stopping() {
        line("stopping; a last checkpoint is taken (again to stop at once)");
    }

    /** What was done, on standard output. */
    void end(List<PipelineResult> results) {
        ended = true;
        line("");
        TextTable table = new TextTable("PIPELINE", "STATE", "ROWS IN", "ROWS OUT", "CHECKPOINTS", "RESTARTS");
        for (PipelineResult result : results) {
            PipelineStatus status = result.status();
            table.row(
                    status.pipeline(),
                    status.state().label(),
                    Long.toString(status.recordsIn()),
                    Long.toString(status.recordsOut()),
                    Long.toString(status.checkpoints()),
                    Long.toString(status.restarts()));
        }
        table.lines().forEach(console.out()::println);
    }

    private void line(String text) {
        console.err().println((console.terminal() ? CLEAR_LINE : "") + text);
    }

    private static String age(RestorePoint point) {
        long seconds = Duration.between(point.completed(), Instant.now()).toSeconds();
        return seconds < 120 ? seconds + " s ago" : seconds / 60 + " min ago";
    }
}
