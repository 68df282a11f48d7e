package io.millrace.launcher.cli;

import io.millrace.launcher.report.Style;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The root of the command line. */
@Command(
        name = "millrace",
        description = "Pipelines as code for Flink SQL.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        synopsisSubcommandLabel = "VERB",
        commandListHeading = "%nVerbs:%n",
        subcommands = {
            InitCommand.class,
            ListCommand.class,
            ShowCommand.class,
            ValidateCommand.class,
            PrintCommand.class,
            ExplainCommand.class,
            TestCommand.class,
            DoctorCommand.class,
            RunCommand.class,
            ScheduleCommand.class,
            PeekCommand.class,
            SqlCommand.class,
            PlanCommand.class,
            ApplyCommand.class,
            StatusCommand.class,
            HistoryCommand.class,
            LogsCommand.class,
            SavepointCommand.class,
            StopCommand.class,
            RollbackCommand.class,
            PackageCommand.class,
            SandboxCommand.class,
            CompletionCommand.class
        },
        footer = {"", "Each verb has its own --help."})
final class MillraceCommand implements Runnable {

    private static final String REPORT =
            "This is a defect in Millrace. Please report it with the text above and the command you ran.";

    @Spec
    private CommandSpec spec;

    /** The command line on a console, with the exit codes and streams that every verb keeps to. */
    static CommandLine commandLine(Console console) {
        CommandLine commandLine = new CommandLine(new MillraceCommand(), new CommandFactory(console));
        ExitCodes.complete(commandLine);
        Ansi ansi = console.style() == Style.COLOUR ? Ansi.ON : Ansi.OFF;
        return commandLine
                .setOut(console.out())
                .setErr(console.err())
                .setColorScheme(CommandLine.Help.defaultColorScheme(ansi))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler((e, arguments) -> wrongUsage(e))
                .setExecutionExceptionHandler((e, command, result) -> failed(e, command.getErr()));
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "a verb is missing");
    }

    private static int wrongUsage(ParameterException e) {
        PrintWriter err = e.getCommandLine().getErr();
        err.println("millrace: " + e.getMessage());
        CommandLine.UnmatchedArgumentException.printSuggestions(e, err);
        err.println("See '" + e.getCommandLine().getCommandSpec().qualifiedName() + " --help'.");
        return ExitCode.WRONG_USAGE;
    }

    private static int failed(Exception e, PrintWriter err) {
        if (e instanceof CommandFailed failure) {
            failure.print(err);
            return failure.exitCode();
        }
        e.printStackTrace(err);
        err.println(REPORT);
        return ExitCode.DEFECT;
    }
}
