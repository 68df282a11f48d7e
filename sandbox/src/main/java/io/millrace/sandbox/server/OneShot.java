package io.millrace.sandbox.server;

import io.millrace.sandbox.state.SandboxException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
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
    static void run(Path log, List<String> command, Map<String, String> environment, String input)
            throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(environment);
        long mark = LogTail.mark(log);
        Process process = builder.start();
        try {
            write(process, input);
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw failure(command, log, "did not end within " + PATIENCE_SECONDS + " s");
            }
        } finally {
            process.destroyForcibly();
        }
        if (process.exitValue() != 0) {
            throw failure(command, log, LogTail.reason(log, mark).orElse("ended with code " + process.exitValue()));
        }
    }

    private static void write(Process process, String input) {
        try (OutputStream out = process.getOutputStream()) {
            out.write(input.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            // The program ended before it had read everything: its exit code and log say why.
            if (process.isAlive() && !String.valueOf(e.getMessage()).contains("Broken pipe")) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static SandboxException failure(List<String> command, Path log, String reason) {
        return SandboxException.unreachable(
                Path.of(command.get(0)).getFileName() + ": " + reason + ". The whole log is " + log);
    }
}
