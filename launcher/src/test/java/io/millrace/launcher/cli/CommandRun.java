package io.millrace.launcher.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Map;

/** What one command, run inside the test's JVM, returned and wrote. */
public record CommandRun(int exitCode, String out, String err) {

    /** Runs a command in a working folder, as if no terminal watched. */
    public static CommandRun in(Path folder, String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        Console console = new Console(new PrintWriter(out), new PrintWriter(err), folder, Map.of(), false);
        int exitCode = MillraceCommand.commandLine(console).execute(arguments);
        return new CommandRun(exitCode, out.toString(), err.toString());
    }
}
