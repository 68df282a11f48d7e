package io.millrace.launcher.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The sandbox's own command, run as a process of its own because nothing of it is on the launcher's class path. */
public final class SandboxProcess {

    private static final String MAIN_CLASS = "io.millrace.sandbox.cli.Main";

    private final Path distribution;

    /** @param distribution the folder that holds {@code sandbox/lib} */
    public SandboxProcess(Path distribution) {
        this.distribution = distribution;
    }

    /**
     * Runs the command to its end, on this process's streams.
     *
     * @return its exit code
     * @throws IOException when it cannot be started
     */
    public int run(List<String> arguments) throws IOException, InterruptedException {
        return process(arguments).inheritIO().start().waitFor();
    }

    /** The same without its standard output, for when another command's result goes there. */
    public int runQuietly(List<String> arguments) throws IOException, InterruptedException {
        return process(arguments)
                .inheritIO()
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }

    private ProcessBuilder process(List<String> arguments) throws IOException {
        Path libraries = distribution.resolve("sandbox").resolve("lib");
        if (!Files.isDirectory(libraries)) {
            throw new IOException("the distribution has no folder sandbox/lib");
        }
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xshare:auto",
                "-cp",
                libraries.resolve("*").toString(),
                MAIN_CLASS));
        command.addAll(arguments);
        return new ProcessBuilder(command);
    }
}
