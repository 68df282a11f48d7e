package io.millrace.sandbox.cli;

import io.millrace.sandbox.state.SandboxException;
import io.millrace.sandbox.supervise.Event;
import java.io.PrintWriter;
import java.util.function.Consumer;

/** Shows how {@code up} goes on, and remembers how it ended. */
final class UpReport implements Consumer<Event> {

    private final PrintWriter out;
    private final PrintWriter err;
    private int exitCode = ExitCode.UNREACHABLE;
    private SandboxException.Kind failure;

    UpReport(PrintWriter out, PrintWriter err) {
        this.out = out;
        this.err = err;
    }

    @Override
    public synchronized void accept(Event event) {
        switch (event.type()) {
            case PROGRESS -> err.println(event.server() + ": " + event.text());
            case REMARK -> err.println("note: " + event.text());
            case FAILED -> {
                err.println(event.text());
                SandboxException.Kind kind = SandboxException.Kind.valueOf(event.kind());
                // That a server cannot be had outweighs a script that is wrong.
                failure = failure == SandboxException.Kind.UNREACHABLE ? failure : kind;
            }
            case DONE -> done(event);
        }
    }

    /** Returns the exit code once the last event has come; UNREACHABLE before. */
    int exitCode() {
        return exitCode;
    }

    private void done(Event event) {
        if (failure != null) {
            exitCode = ExitCode.of(failure);
            return;
        }
        exitCode = ExitCode.DONE;
        if (event.started().isEmpty()) {
            err.println("nothing to start: everything is up");
        }
        event.addresses().forEach((server, address) -> out.printf("%-14s %s%n", server, address));
        out.flush();
    }
}
