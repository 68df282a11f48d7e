package io.millrace.launcher.cli;

import io.millrace.catalog.PipelineCatalog;
import io.millrace.catalog.diagnostic.Diagnostic;
import io.millrace.catalog.program.PipelineProgram;
import io.millrace.launcher.report.JsonText;
import io.millrace.launcher.report.PipelineDetails;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows what one pipeline consists of, with every setting that applies to it. */
@Command(
        name = "show",
        description = "Show a pipeline's tables, functions and settings in an environment.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class ShowCommand implements Callable<Integer> {

    private final Console console;

    @Mixin
    private ProjectOptions project;

    @Parameters(
            paramLabel = "PIPELINE",
            completionCandidates = PipelineNames.class,
            description = "The pipeline's name.")
    private String name;

    @Option(names = "--origin", description = "Say where each setting and changed option was written.")
    private boolean origin;

    @Option(
            names = "--format",
            paramLabel = "text|json",
            defaultValue = "text",
            description = "How to print (default: ${DEFAULT-VALUE}).")
    private OutputFormat format;

    ShowCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        PipelineCatalog catalog = project.load();
        Pipelines.requireKnown(catalog, name);
        List<Diagnostic> problems = catalog.problems(Set.of(name));
        project.printer().print(problems);
        PipelineProgram program =
                catalog.program(name).orElseThrow(() -> new CommandFailed(ExitCode.INVALID_CATALOG, ""));
        PipelineDetails details = new PipelineDetails(catalog, program);
        if (format == OutputFormat.JSON) {
            console.out().println(JsonText.of(details.data()));
        } else {
            details.lines(origin).forEach(console.out()::println);
        }
        return problems.stream().anyMatch(Diagnostic::isError) ? ExitCode.INVALID_CATALOG : ExitCode.DONE;
    }
}
