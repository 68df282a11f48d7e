package io.millrace.launcher.cli;

import io.millrace.catalog.CatalogRequest;
import io.millrace.catalog.PipelineCatalog;
import io.millrace.catalog.descriptor.Environment;
import io.millrace.catalog.descriptor.ProjectDescriptor;
import io.millrace.catalog.diagnostic.DiagnosticCollector;
import io.millrace.catalog.diagnostic.SourceText;
import io.millrace.launcher.local.SandboxVariables;
import io.millrace.launcher.report.DiagnosticPrinter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options by which a verb loads the catalog of its project in an environment. */
final class ProjectOptions {

    private final Console console;

    @Mixin
    private ProjectFolder folder;

    @Option(
            names = {"-e", "--env"},
            paramLabel = "NAME",
            defaultValue = ProjectDescriptor.DEFAULT_ENVIRONMENT,
            description = "Environment (default: ${DEFAULT-VALUE}).")
    private String environment;

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description = "A setting, by its short name or Flink's key; it wins over all files.")
    private Map<String, String> settings = new LinkedHashMap<>();

    ProjectOptions(Console console) {
        this.console = console;
    }

    String environment() {
        return environment;
    }

    /** What was given as {@code --set}. */
    Map<String, String> settings() {
        return settings;
    }

    Path root() {
        return folder.root();
    }

    /** The catalog with typed stand-ins for what the sandbox would define. */
    PipelineCatalog load() {
        return load(SandboxVariables::standIns);
    }

    /** The catalog; ends the command, with its diagnostics, when the project file itself is wrong. */
    PipelineCatalog load(Function<Environment, Map<String, String>> provided) {
        DiagnosticCollector problems = new DiagnosticCollector();
        return load(provided, problems).orElseThrow(() -> {
            printer().print(problems.sorted());
            return new CommandFailed(ExitCode.INVALID_CATALOG, "");
        });
    }

    /** The catalog with stand-ins; empty, with the reasons in {@code problems}, when the project file itself is wrong. */
    Optional<PipelineCatalog> load(DiagnosticCollector problems) {
        return load(SandboxVariables::standIns, problems);
    }

    private Optional<PipelineCatalog> load(
            Function<Environment, Map<String, String>> provided, DiagnosticCollector problems) {
        return PipelineCatalog.load(new CatalogRequest(root(), environment, settings, provided), problems);
    }

    /** The same, also of texts that are no files of the project, by the names that locations call them. */
    DiagnosticPrinter printer(Map<String, SourceText> texts) {
        return new DiagnosticPrinter(console.err(), console.style(), root(), texts);
    }

    /** Shows diagnostics on standard error. */
    DiagnosticPrinter printer() {
        return new DiagnosticPrinter(console.err(), console.style(), root());
    }
}
