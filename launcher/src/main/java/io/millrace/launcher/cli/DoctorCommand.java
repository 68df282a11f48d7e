package io.millrace.launcher.cli;

import io.millrace.catalog.PipelineCatalog;
import io.millrace.catalog.diagnostic.Diagnostic;
import io.millrace.catalog.diagnostic.DiagnosticCollector;
import io.millrace.catalog.program.PipelineProgram;
import io.millrace.launcher.compile.ProjectJars;
import io.millrace.launcher.doctor.CheckResult;
import io.millrace.launcher.doctor.Examination;
import io.millrace.launcher.doctor.ExaminationData;
import io.millrace.launcher.doctor.ExaminationReport;
import io.millrace.launcher.doctor.Installation;
import io.millrace.launcher.doctor.JarList;
import io.millrace.launcher.doctor.ResultPrinter;
import io.millrace.launcher.doctor.Status;
import io.millrace.launcher.report.JsonText;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Says what the installation has and what the chosen pipelines lack. */
@Command(
        name = "doctor",
        description = {
            "Say what this installation has and what the pipelines lack: connectors, formats, drivers, clashing jars.",
            "With --connect, ask the environment's servers too; nothing on them is changed.",
            "Exits 1 when something is wrong, 7 when a server cannot be reached."
        },
        exitCodeList = {"1:the catalog is invalid, or something is wrong", ExitCodes.UNREACHABLE},
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class DoctorCommand implements Callable<Integer> {

    private final Console console;
    private final DiagnosticCollector problems = new DiagnosticCollector();

    @Mixin
    private ProjectOptions project;

    @Mixin
    private SelectedPipelines selected;

    @Option(names = "--connect", description = "Ask the servers, reading only, whether the pipelines would work there.")
    private boolean connect;

    @Option(names = "--format", paramLabel = "text|json", defaultValue = "text", description = "How to print.")
    private OutputFormat format;

    DoctorCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        PipelineCatalog catalog = project.load();
        Set<String> names = selected.of(catalog);
        problems.addAll(catalog.problems(names));
        try (ProjectJars jars = ProjectJars.of(project.root(), catalog.project().jars(), problems)) {
            Examination examination = examine(catalog, names, jars);
            problems.addAll(examination.lacks());
            if (format == OutputFormat.TEXT) {
                new ExaminationReport(examination).lines().forEach(console.out()::println);
                console.out().println();
                printer().print(examination.results());
            }
            List<CheckResult> servers =
                    connect ? new ServerChecks(project, console, jars, problems).examine(names) : List.of();
            return verdict(examination, servers, names.size());
        }
    }

    private Examination examine(PipelineCatalog catalog, Set<String> names, ProjectJars jars) throws IOException {
        List<PipelineProgram> programs =
                names.stream().flatMap(name -> catalog.program(name).stream()).toList();
        String home = console.environment().getOrDefault("MILLRACE_HOME", "");
        Path cache = home.isEmpty() ? Path.of(System.getProperty("user.home"), ".millrace") : Path.of(home);
        return Examination.of(
                new Installation(Version.ofMillrace(), Distribution.folder(), cache),
                JarList.read(System.getProperty("java.class.path"), jars.files()),
                jars.classLoader(),
                programs);
    }

    private int verdict(Examination examination, List<CheckResult> servers, int pipelines) {
        List<CheckResult> results =
                Stream.concat(examination.results().stream(), servers.stream()).toList();
        boolean unreachable = results.stream().anyMatch(result -> result.status() == Status.UNREACHABLE);
        long failures = problems.sorted().stream().filter(Diagnostic::isError).count()
                + results.stream()
                        .filter(result -> result.status().compareTo(Status.WARN) > 0)
                        .count();
        long warnings = problems.sorted().size()
                + results.stream()
                        .filter(result -> result.status() != Status.OK)
                        .count()
                - failures;
        if (format == OutputFormat.JSON) {
            console.out()
                    .println(JsonText.of(ExaminationData.of(examination, problems.sorted(), servers, failures == 0)));
        } else {
            printer().print(servers);
            console.out().flush();
            project.printer().print(problems.sorted());
            console.out().println(summary(failures, warnings, pipelines));
        }
        return unreachable ? ExitCode.UNREACHABLE : failures > 0 ? ExitCode.INVALID_CATALOG : ExitCode.DONE;
    }

    private String summary(long failures, long warnings, int pipelines) {
        List<String> parts = new ArrayList<>();
        parts.add(
                failures == 0
                        ? console.style().green("nothing is wrong")
                        : console.style().red(count(failures, "problem")));
        if (warnings > 0) {
            parts.add(count(warnings, "warning"));
        }
        parts.add(count(pipelines, "pipeline") + " examined " + (connect ? "with the servers of" : "for") + " '"
                + project.environment() + "'");
        return String.join(", ", parts);
    }

    private ResultPrinter printer() {
        return new ResultPrinter(console.out(), console.style());
    }

    private static String count(long number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }
}
