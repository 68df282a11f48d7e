package io.millrace.launcher.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The packaged command line, run as a user runs it: as a process, in a project's folder. */
public final class PackagedCli {

    /** The root of the source tree; tests run in the launcher's folder. */
    public static final Path REPOSITORY = Path.of("").toAbsolutePath().getParent();

    public static final Path DISTRIBUTION = REPOSITORY.resolve("launcher/target/millrace");

    private final Path folder;
    private final List<Process> started = new ArrayList<>();

    public PackagedCli(Path folder) {
        this.folder = folder;
    }

    /** What a process wrote and returned. */
    public record Result(int exitCode, String out, String err) {

        Result succeeded() {
            assertThat(exitCode)
                    .as("exit code; standard error:\n%s\noutput:\n%s", err, out)
                    .isZero();
            return this;
        }
    }

    /** Runs a command to its end, for at most five minutes. */
    public Result run(String... arguments) {
        return run(Duration.ofMinutes(5), command(arguments));
    }

    /** Runs a shell's command line in the project's folder. */
    public Result shell(String command) {
        return run(Duration.ofMinutes(10), List.of("sh", "-c", command));
    }

    /** Starts a command that goes on until it is stopped; its output goes to a file. */
    Process start(Path output, String... arguments) {
        return start(output, command(arguments));
    }

    /** The same for a test that sends SIGINT, which a process started in the background would ignore. */
    Process startInForeground(Path output, String... arguments) {
        List<String> command = new ArrayList<>(List.of("env", "--default-signal=INT"));
        command.addAll(command(arguments));
        return start(output, command);
    }

    private Process start(Path output, List<String> command) {
        try {
            Process process = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            started.add(process);
            return process;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends what was started and still runs, whatever became of the test. */
    void endAll() {
        started.forEach(Process::destroyForcibly);
        started.forEach(process -> process.onExit().join());
    }

    private Result run(Duration limit, List<String> command) {
        try {
            Path out = Files.createTempFile("millrace", ".out");
            Path err = Files.createTempFile("millrace", ".err");
            Process process = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectOutput(out.toFile())
                    .redirectError(err.toFile())
                    .start();
            process.getOutputStream().close();
            boolean ended = process.waitFor(limit.toSeconds(), TimeUnit.SECONDS);
            if (!ended) {
                process.destroyForcibly();
            }
            Result result = new Result(ended ? process.exitValue() : -1, Files.readString(out), Files.readString(err));
            Files.delete(out);
            Files.delete(err);
            assertThat(ended)
                    .as("%s ended; so far:\n%s%s", command, result.out, result.err)
                    .isTrue();
            return result;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> command(String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(DISTRIBUTION.resolve("bin/millrace").toString());
        command.addAll(Arrays.asList(arguments));
        return command;
    }
}
