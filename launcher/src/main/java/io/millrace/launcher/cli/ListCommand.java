package io.millrace.launcher.cli;

import io.millrace.catalog.PipelineCatalog;
import io.millrace.catalog.descriptor.PipelineDescriptor;
import io.millrace.catalog.diagnostic.Diagnostic;
import io.millrace.launcher.compile.FlinkStatementAnalyzer;
import io.millrace.launcher.report.FlowDrawing;
import io.millrace.launcher.report.JsonText;
import io.millrace.launcher.report.TextTable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Lists the pipelines of a project. */
@Command(
        name = "list",
        description = {
            "List the pipelines of the project, or draw how rows flow through them.",
            "Exits 1 when there are problems, which are shown as far as reading finds them."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class ListCommand implements Callable<Integer> {

    private final Console console;

    @Mixin
    private ProjectOptions project;

    @Mixin
    private SelectedPipelines selected;

    @Option(names = "--graph", description = "Draw the pipelines and the tables that rows pass on their way.")
    private boolean graph;

    @Option(
            names = "--format",
            paramLabel = "text|json|mermaid",
            defaultValue = "text",
            description = "How to print (default: ${DEFAULT-VALUE}); mermaid only with --graph.")
    private Format format;

    @Spec
    private CommandSpec spec;

    /** How pipelines are listed and drawn. */
    enum Format {
        TEXT,
        JSON,
        MERMAID
    }

    ListCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        if (format == Format.MERMAID && !graph) {
            throw new ParameterException(spec.commandLine(), "--format mermaid needs --graph");
        }
        PipelineCatalog catalog = project.load();
        Set<String> names = selected.of(catalog);
        if (graph) {
            console.out()
                    .print(FlowDrawing.valueOf(format.name()).of(catalog.flows(names, new FlinkStatementAnalyzer())));
            console.out().flush();
        } else {
            print(catalog.pipelines().stream()
                    .filter(pipeline -> names.contains(pipeline.name().value()))
                    .toList());
        }
        List<Diagnostic> problems = catalog.problems(names);
        project.printer().print(problems);
        return problems.stream().anyMatch(Diagnostic::isError) ? ExitCode.INVALID_CATALOG : ExitCode.DONE;
    }

    private void print(List<PipelineDescriptor> pipelines) {
        if (format == Format.JSON) {
            console.out()
                    .println(JsonText.of(
                            pipelines.stream().map(ListCommand::data).toList()));
        } else {
            TextTable table = new TextTable("PIPELINE", "DOMAIN", "MODE", "OWNER", "TAGS", "DESCRIPTION");
            pipelines.forEach(pipeline -> table.row(
                    pipeline.name().value(),
                    pipeline.domain(),
                    pipeline.mode().label(),
                    pipeline.owner().orElse(""),
                    String.join(",", pipeline.tags()),
                    pipeline.description().orElse("")));
            table.lines().forEach(console.out()::println);
        }
    }

    private static Map<String, Object> data(PipelineDescriptor pipeline) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("pipeline", pipeline.name().value());
        data.put("file", pipeline.name().location().file());
        data.put("domain", pipeline.domain());
        data.put("mode", pipeline.mode().label());
        data.put("owner", pipeline.owner().orElse(null));
        data.put("tags", pipeline.tags());
        data.put("description", pipeline.description().orElse(null));
        return data;
    }
}
