package io.millrace.launcher.cli;

import io.millrace.catalog.PipelineCatalog;
import io.millrace.catalog.diagnostic.DiagnosticCollector;
import io.millrace.launcher.report.JsonText;
import io.millrace.launcher.schedule.ScheduleReport;
import io.millrace.launcher.schedule.ScheduledPipeline;
import io.millrace.launcher.schedule.ScheduledPipelines;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Says when pipelines run, and writes what makes a scheduler run them. */
@Command(
        name = "schedule",
        description = {
            "Say when the pipelines with a schedule run next, or print what makes a scheduler run them.",
            "Nothing is installed or sent anywhere, and no secret is printed. Pipelines without a schedule are left out."
        },
        exitCodeList = ScheduleCommand.INVALID,
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class ScheduleCommand implements Callable<Integer> {

    static final String INVALID =
            ExitCode.INVALID_CATALOG + ":the catalog is invalid, or the scheduler cannot do what a schedule says";

    private static final int MOST = 1000;

    private final Console console;

    @Mixin
    private ProjectOptions project;

    @Mixin
    private SelectedPipelines selected;

    @Mixin
    private SchedulerOptions scheduler;

    @Option(names = "--next", paramLabel = "COUNT", description = "How many of the next times to show (default: 3).")
    private Integer count;

    @Option(
            names = "--from",
            paramLabel = "DAY",
            converter = DateConverter.class,
            description = "Show the times from this day on, for example 2026-03-28 (default: from now).")
    private LocalDate from;

    @Option(
            names = "--format",
            paramLabel = "text|json",
            defaultValue = "text",
            description = "How to show the times (default: ${DEFAULT-VALUE}).")
    private OutputFormat format;

    @Spec
    private CommandSpec spec;

    ScheduleCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        boolean file = scheduler.isChosen();
        requireUsable(file);
        PipelineCatalog catalog = project.load();
        Set<String> names = selected.of(catalog);
        DiagnosticCollector problems = new DiagnosticCollector();
        problems.addAll(catalog.problems(names));
        List<ScheduledPipeline> pipelines = ScheduledPipelines.of(catalog, names, problems);
        if (file) {
            print(catalog, pipelines, problems);
        } else {
            list(pipelines);
        }
        project.printer().print(problems.sorted());
        return problems.hasErrors() ? ExitCode.INVALID_CATALOG : ExitCode.DONE;
    }

    private void requireUsable(boolean file) {
        if (file && (count != null || from != null || format == OutputFormat.JSON)) {
            throw new ParameterException(spec.commandLine(), "--next, --from and --format are not for --for");
        }
        if (count != null && (count < 1 || count > MOST)) {
            throw new ParameterException(spec.commandLine(), "--next takes a number from 1 to " + MOST);
        }
    }

    private void list(List<ScheduledPipeline> pipelines) {
        ScheduleReport report = new ScheduleReport(pipelines, Optional.ofNullable(from));
        int times = count == null ? 3 : count;
        if (format == OutputFormat.JSON) {
            console.out().println(JsonText.of(report.data(times)));
        } else {
            report.lines(times).forEach(console.out()::println);
        }
        warn(report);
    }

    /** All or nothing: a file that lacks a pipeline would not be noticed. */
    private void print(PipelineCatalog catalog, List<ScheduledPipeline> pipelines, DiagnosticCollector problems) {
        if (problems.hasErrors()) {
            return;
        }
        Pipelines.requireEmbedded(catalog);
        if (pipelines.isEmpty()) {
            throw new CommandFailed(ExitCode.WRONG_USAGE, "none of the chosen pipelines has a schedule");
        }
        String text = scheduler.file(catalog, project.settings()).text(pipelines, problems);
        if (problems.hasErrors()) {
            return;
        }
        console.out().print(text);
        console.out().flush();
        warn(new ScheduleReport(pipelines, Optional.empty()));
        if (catalog.environment().sandbox()) {
            warn("'" + catalog.environment().name() + "' uses the sandbox, so a run starts its servers where it runs");
        }
    }

    private void warn(ScheduleReport report) {
        report.warnings().forEach(this::warn);
    }

    private void warn(String text) {
        console.err().println("millrace: " + text);
    }
}
