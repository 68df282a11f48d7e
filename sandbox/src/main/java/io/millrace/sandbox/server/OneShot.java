package io.millrace.sandbox.server;

import io.millrace.sandbox.state.SandboxException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs one program of a server's preparation to its end; its output goes to the server's log. */
final class OneShot {

    private static final long PATIENCE_SECONDS = 180;

    private OneShot() {}

    /**
     * Runs a program with text on its standard input, which is how secrets reach it.
     *
     * @throws SandboxException when it does not end well
     */
    static void run(Workspace workspace, List<String> command, String input) throws IOException, InterruptedException {
        Path log = workspace.log();
        long mark = LogTail.mark(log);
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        try {
            write(process, input);
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw failure(workspace, "it did not end within " + PATIENCE_SECONDS + " s");
            }
        } finally {
            process.destroyForcibly();
        }
        if (process.exitValue() != 0) {
            throw failure(workspace, LogTail.reason(log, mark).orElse("it ended with code " + process.exitValue()));
        }
    }

    private static void write(Process process, String input) {
        try (OutputStream out = process.getOutputStream()) {
            out.write(input.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            // The program ended before it had read everything: its exit code and log say why.
        }
    }

    private static SandboxException failure(Workspace workspace, String reason) {
        return SandboxException.unreachable("the data folder of " + workspace.server() + " could not be made: " + reason
                + ". Mend that and run the command again; the whole log is " + workspace.log());
    }
}
