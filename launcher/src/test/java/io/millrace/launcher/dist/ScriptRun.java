package io.millrace.launcher.dist;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** What one start of a shell script gave: its process id, exit code and output. */
record ScriptRun(long pid, int exitCode, String out, String err) {

    private static final int TIMEOUT_SECONDS = 120;

    /** Runs a script to its end, in a folder and with exactly the given environment. */
    static ScriptRun of(Path script, Path folder, Map<String, String> environment, List<String> arguments)
            throws IOException, InterruptedException {
        Path out = Files.createTempFile("script", ".out");
        Path err = Files.createTempFile("script", ".err");
        try {
            Process process = start(script, folder, environment, arguments, out, err);
            if (!process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError(script + " did not end within " + TIMEOUT_SECONDS + " s");
            }
            return new ScriptRun(process.pid(), process.exitValue(), Files.readString(out), Files.readString(err));
        } finally {
            Files.delete(out);
            Files.delete(err);
        }
    }

    private static Process start(
            Path script, Path folder, Map<String, String> environment, List<String> arguments, Path out, Path err)
            throws IOException {
        List<String> command = new ArrayList<>();
        command.add(script.toString());
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        return builder.start();
    }

    /** Returns the lines of the standard output. */
    List<String> lines() {
        return out.lines().toList();
    }
}
