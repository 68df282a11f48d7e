package io.millrace.launcher.cli;

import io.millrace.catalog.PipelineCatalog;
import io.millrace.catalog.diagnostic.Located;
import io.millrace.catalog.program.PipelineProgram;
import io.millrace.launcher.report.SqlText;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Prints a pipeline as SQL for the Flink SQL Client. */
@Command(
        name = "print",
        description = {
            "Print a pipeline as one SQL text to paste into the Flink SQL Client.",
            "Secrets stay ${secret:name}; nothing is sent anywhere."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class PrintCommand implements Callable<Integer> {

    private final Console console;

    @Mixin
    private ProjectOptions project;

    @Parameters(
            paramLabel = "PIPELINE",
            completionCandidates = PipelineNames.class,
            description = "The pipeline's name.")
    private String name;

    @Option(names = "--explain", description = "A text that plans the INSERTs but submits nothing.")
    private boolean explain;

    PrintCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        PipelineCatalog catalog = project.load();
        Pipelines.requireKnown(catalog, name);
        project.printer().print(catalog.problems(Set.of(name)));
        PipelineProgram program =
                catalog.program(name).orElseThrow(() -> new CommandFailed(ExitCode.INVALID_CATALOG, ""));
        List<String> jars =
                catalog.project().jars().stream().map(Located::value).toList();
        console.out().print(SqlText.of(program, jars, explain));
        console.out().flush();
        return ExitCode.DONE;
    }
}
