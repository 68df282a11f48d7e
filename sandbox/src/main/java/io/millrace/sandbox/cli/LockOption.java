package io.millrace.sandbox.cli;

import io.millrace.sandbox.state.FileLocks;
import io.millrace.sandbox.state.StateFolder;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Option;

/** The option of commands that change the sandbox, one at a time. */
final class LockOption {

    @Option(
            names = "--wait",
            paramLabel = "SECONDS",
            defaultValue = "300",
            description = "How long to wait for another command on the same folder (default: ${DEFAULT-VALUE}).")
    private long seconds;

    /** Runs an action alone; says on a stream when it has to wait. */
    <T> T holding(StateFolder folder, PrintWriter err, Callable<T> action) throws Exception {
        return FileLocks.holding(
                folder.lock(),
                Duration.ofSeconds(seconds),
                () -> err.println("waiting for another command that is changing " + folder.root()),
                action);
    }
}
