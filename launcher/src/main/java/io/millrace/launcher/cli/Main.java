package io.millrace.launcher.cli;

/** The process's entry point. */
public final class Main {

    private Main() {}

    public static void main(String[] arguments) {
        System.exit(MillraceCommand.commandLine(Console.ofProcess()).execute(arguments));
    }
}
