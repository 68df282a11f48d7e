package io.millrace.launcher.cli;

import io.millrace.catalog.PipelineCatalog;
import io.millrace.catalog.diagnostic.Diagnostic;
import io.millrace.catalog.diagnostic.DiagnosticCollector;
import io.millrace.catalog.program.PipelineProgram;
import io.millrace.launcher.report.DiagnosticFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Checks the catalog: YAML, SQL syntax, and the plan of every INSERT. */
@Command(
        name = "validate",
        description = {
            "Check descriptors and SQL, and plan every INSERT; connects to nothing.",
            "Exits 1 when there are errors; all of them are shown."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class ValidateCommand implements Callable<Integer> {

    private final Console console;
    private final DiagnosticCollector shown = new DiagnosticCollector();

    @Mixin
    private ProjectOptions project;

    @Mixin
    private SelectedPipelines selected;

    @Option(
            names = "--format",
            paramLabel = "text|json|sarif|github",
            defaultValue = "text",
            description = "text for people, on standard error; the others on standard output.")
    private Format format;

    /** How problems are shown. */
    enum Format {
        TEXT,
        JSON,
        SARIF,
        GITHUB
    }

    ValidateCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        DiagnosticCollector problems = new DiagnosticCollector();
        Optional<PipelineCatalog> catalog = project.load(problems);
        if (catalog.isEmpty()) {
            show(problems.sorted());
            return summary(0);
        }
        try {
            return check(catalog.get(), selected.of(catalog.get()));
        } catch (CommandFailed e) {
            if (e.problems().isEmpty()) {
                throw e;
            }
            console.err().println("millrace: " + e.getMessage());
            show(e.problems());
            return summary(0);
        }
    }

    private int check(PipelineCatalog catalog, Set<String> names) {
        // What reading found is shown at once, because planning takes seconds.
        show(catalog.problems(names));
        show(catalog.testProblems(names));
        List<PipelineProgram> programs =
                names.stream().flatMap(name -> catalog.program(name).stream()).toList();
        if (!programs.isEmpty()) {
            show(Planning.check(project.root(), catalog, programs));
            show(catalog.problems(names));
        }
        return summary(names.size());
    }

    private void show(List<Diagnostic> problems) {
        List<Diagnostic> fresh = problems.stream().filter(shown::add).toList();
        if (format == Format.TEXT) {
            project.printer().print(fresh);
        }
    }

    private int summary(int pipelines) {
        if (format != Format.TEXT) {
            console.out().print(DiagnosticFormat.valueOf(format.name()).of(shown.sorted()));
            console.out().flush();
            return shown.hasErrors() ? ExitCode.INVALID_CATALOG : ExitCode.DONE;
        }
        long errors = shown.sorted().stream().filter(Diagnostic::isError).count();
        String checked = count(pipelines, "pipeline") + " checked for '" + project.environment() + "'";
        if (errors == 0) {
            console.out().println(console.style().green("valid") + ": " + checked);
            return ExitCode.DONE;
        }
        console.out().println(console.style().red("invalid") + ": " + count(errors, "error") + ", " + checked);
        return ExitCode.INVALID_CATALOG;
    }

    private static String count(long number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }
}
