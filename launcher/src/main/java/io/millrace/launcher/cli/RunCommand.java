package io.millrace.launcher.cli;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Runs pipelines in this process. */
@Command(
        name = "run",
        description = {
            "Run pipelines inside this process: streaming ones until Ctrl-C, batch ones to their end.",
            "Starts the local servers that they need. Checkpoints are kept in .millrace/, so that the next run resumes."
        },
        exitCodeList = {
            ExitCodes.STATE_REFUSED,
            ExitCodes.JOB_FAILED,
            ExitCodes.UNREACHABLE,
            ExitCodes.LOCKED,
            ExitCodes.INTERRUPTED
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class RunCommand implements Callable<Integer> {

    private final Console console;

    @Mixin
    private ProjectOptions project;

    @Mixin
    private SelectedPipelines selected;

    @Option(
            names = "--for",
            paramLabel = "DURATION",
            converter = DurationConverter.class,
            description = "Stop after this time, for example 60s or 5min.")
    private Duration limit;

    @Option(
            names = "--fresh",
            description = "Start without the state of earlier runs; the newest is kept aside in .millrace/.")
    private boolean fresh;

    RunCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        return new EmbeddedRunner(console, project, fresh).run(selected, Optional.ofNullable(limit));
    }
}
