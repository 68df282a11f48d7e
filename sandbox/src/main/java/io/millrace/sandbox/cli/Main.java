package io.millrace.sandbox.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The sandbox's command line. */
@Command(
        name = "millrace sandbox",
        description = "Runs real servers as local processes, for one project, and makes traffic for them.",
        mixinStandardHelpOptions = true,
        version = "0.1.0",
        subcommands = {
            UpCommand.class,
            DownCommand.class,
            StatusCommand.class,
            LogsCommand.class,
            TrafficCommand.class,
            StoriesCommand.class,
            VerifyCommand.class,
            SuperviseCommand.class
        })
public final class Main implements Runnable {

    @Spec
    private CommandSpec spec;

    private Main() {}

    /** Runs one command and ends the process with its exit code. */
    public static void main(String[] arguments) {
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        System.exit(execute(out, err, arguments));
    }

    /** Runs one command and returns its exit code. */
    public static int execute(PrintWriter out, PrintWriter err, String... arguments) {
        return new CommandLine(new Main())
                .setOut(out)
                .setErr(err)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler((e, given) -> wrongUsage(e))
                .setExecutionExceptionHandler(new FailureHandler())
                .execute(arguments);
    }

    private static int wrongUsage(ParameterException e) {
        PrintWriter err = e.getCommandLine().getErr();
        err.println("millrace: " + e.getMessage());
        err.println("See '" + e.getCommandLine().getCommandSpec().qualifiedName() + " --help'.");
        return ExitCode.USAGE;
    }

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(), "Missing command: up, down, status, logs, traffic, stories or verify");
    }
}
