package io.millrace.launcher.cli;

import io.millrace.launcher.compile.StartPosition;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows rows of a view or source table. */
@Command(
        name = "peek",
        description = {
            "Show rows of a view, or of a table that a pipeline reads, without touching any sink.",
            "It reads with an identity of its own, so it may go on beside a 'run' of the same pipeline."
        },
        exitCodeList = {ExitCodes.JOB_FAILED, ExitCodes.UNREACHABLE, ExitCodes.INTERRUPTED},
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class PeekCommand implements Callable<Integer> {

    private final Console console;

    @Spec
    private CommandSpec spec;

    @Mixin
    private ProjectOptions project;

    @Parameters(
            paramLabel = "VIEW",
            description = "The view's or table's name; PIPELINE.VIEW for a certain pipeline's.")
    private String view;

    @Option(
            names = "-n",
            paramLabel = "ROWS",
            defaultValue = "20",
            description = "End after so many rows (default: ${DEFAULT-VALUE}); 0 for no end.")
    private long most;

    @Option(names = "--where", paramLabel = "CONDITION", description = "Only rows for which this SQL condition holds.")
    private String where;

    @Option(names = "--pipeline", paramLabel = "NAME", description = "The pipeline to look into.")
    private String pipeline;

    @Option(
            names = "--from",
            paramLabel = "earliest|latest",
            description = {
                "Where to begin reading Kafka and CDC tables.",
                "Without it as the table says; earliest where that means a group's committed offsets."
            })
    private From from;

    @Option(
            names = "--for",
            paramLabel = "DURATION",
            converter = DurationConverter.class,
            description = "Wait for rows no longer than this, for example 60s or 5min.")
    private Duration limit;

    @Option(
            names = "--format",
            paramLabel = "text|json|csv",
            defaultValue = "text",
            description = "How to print rows; json is one object a line (default: ${DEFAULT-VALUE}).")
    private RowFormat format;

    /** Where to begin. */
    enum From {
        EARLIEST,
        LATEST
    }

    PeekCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (most < 0) {
            throw new ParameterException(spec.commandLine(), "-n must be 0 or more");
        }
        StartPosition start = from == null ? StartPosition.DECLARED : StartPosition.valueOf(from.name());
        PeekRequest request = new PeekRequest(
                view,
                Optional.ofNullable(pipeline),
                Optional.ofNullable(where),
                start,
                most,
                Optional.ofNullable(limit),
                format);
        return new PeekRunner(console, project, request).run();
    }
}
