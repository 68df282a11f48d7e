package io.millrace.launcher.cli;

import io.millrace.catalog.diagnostic.Diagnostic;
import java.io.PrintWriter;
import java.util.List;

/** Ends a command with an exit code and one line for the user; it is not a defect. */
final class CommandFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int exitCode;
    private final transient List<Diagnostic> problems;

    CommandFailed(int exitCode, String message) {
        this(exitCode, message, List.of());
    }

    /** With the problems that may be the reason. */
    CommandFailed(int exitCode, String message, List<Diagnostic> problems) {
        super(message, null, false, false);
        this.exitCode = exitCode;
        this.problems = List.copyOf(problems);
    }

    int exitCode() {
        return exitCode;
    }

    List<Diagnostic> problems() {
        return problems;
    }

    /** Tells the user, where there is anything to tell. */
    void print(PrintWriter err) {
        if (!getMessage().isEmpty()) {
            err.println("millrace: " + getMessage());
        }
        problems.forEach(problem -> err.println(problem.location() + ": "
                + problem.severity().label() + "["
                + problem.code().id() + "]: " + problem.message()));
    }
}
