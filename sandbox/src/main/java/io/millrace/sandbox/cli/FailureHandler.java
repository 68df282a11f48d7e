package io.millrace.sandbox.cli;

import io.millrace.sandbox.state.SandboxException;
import java.io.IOException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Turns what a command throws into one line and an exit code; only a defect shows a stack trace. */
final class FailureHandler implements IExecutionExceptionHandler {

    @Override
    public int handleExecutionException(Exception e, CommandLine command, ParseResult parsed) {
        if (e instanceof SandboxException failure) {
            command.getErr().println(failure.getMessage());
            return ExitCode.of(failure.kind());
        }
        if (e instanceof IOException) {
            command.getErr().println(e + ": mend that and run the command again");
            return ExitCode.UNREACHABLE;
        }
        if (e instanceof InterruptedException) {
            return ExitCode.INTERRUPTED;
        }
        command.getErr().println("This is a defect of Millrace; please report it with the lines below.");
        command.getErr().println(command.getColorScheme().richStackTraceString(e));
        return ExitCode.DEFECT;
    }
}
