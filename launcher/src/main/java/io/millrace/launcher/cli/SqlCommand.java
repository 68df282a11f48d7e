package io.millrace.launcher.cli;

import io.millrace.catalog.diagnostic.SourceText;
import io.millrace.launcher.session.RowFormat;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Opens the Flink SQL Client on the project's tables, or runs scripts there. */
@Command(
        name = "sql",
        description = {
            "Open the Flink SQL Client with the tables, views and functions of the pipelines, or run SQL there.",
            "With -c, -f or statements on standard input it runs them and ends; the first that fails ends them."
        },
        exitCodeList = {
            "1:the catalog is invalid, or a statement is wrong",
            ExitCodes.JOB_FAILED,
            ExitCodes.UNREACHABLE,
            ExitCodes.INTERRUPTED
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class SqlCommand implements Callable<Integer> {

    private final Console console;

    @Mixin
    private ProjectOptions project;

    @Mixin
    private SelectedPipelines selected;

    @Option(
            names = {"-f", "--file"},
            paramLabel = "FILE",
            description = "Run the statements of a file, - for standard input; may be repeated.")
    private List<String> files = new ArrayList<>();

    @Option(
            names = {"-c", "--command"},
            paramLabel = "STATEMENT",
            description = "Run a statement, after the files; may be repeated.")
    private List<String> statements = new ArrayList<>();

    @Option(
            names = "--format",
            paramLabel = "table|csv|json",
            defaultValue = "table",
            description = "How to print rows: as the SQL Client's table, as CSV, or as one JSON object a line.")
    private RowFormat format;

    SqlCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        Path root = project.root();
        ScriptTexts texts = new ScriptTexts(console.workingFolder(), root, System.in);
        List<SourceText> sources = new ArrayList<>(texts.of(files, statements));
        boolean interactive = sources.isEmpty() && Boolean.getBoolean("millrace.input.terminal");
        if (sources.isEmpty() && !interactive) {
            sources.add(texts.standardInput());
        }
        SqlSessions sessions = new SqlSessions(console, project, selected);
        return interactive ? sessions.interact() : sessions.run(sources, format);
    }
}
