package io.millrace.launcher.fuzz;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A process that runs some of the cases on a project of its own, and a watchdog over it. */
final class FuzzProcess implements AutoCloseable {

    private static final Duration LONGEST = Duration.ofSeconds(10);

    /** The first case of a process loads Flink. */
    private static final Duration LONGEST_START = Duration.ofSeconds(60);

    /** For a case that waits instead of working. */
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(2);

    private final Process process;
    private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
    private String last = "";

    /** Starts the cases FROM (inclusive) to TO (exclusive) of a seed; what breaks goes to the folder {@code kept}. */
    FuzzProcess(Path project, Path kept, long seed, int from, int to) throws IOException {
        process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx1g",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        FuzzRun.class.getName(),
                        project.toString(),
                        kept.toString(),
                        String.valueOf(seed),
                        String.valueOf(from),
                        String.valueOf(to))
                .redirectError(
                        Files.createDirectories(kept).resolve("stderr-" + from).toFile())
                .start();
        Thread reader = new Thread(this::read, "fuzz-output");
        reader.setDaemon(true);
        reader.start();
    }

    private void read() {
        try (BufferedReader output = process.inputReader()) {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                lines.add(line);
            }
        } catch (IOException e) {
            // The process was ended; without more lines the watch ends too.
            lines.add("bad: " + e);
        }
    }

    /** What went wrong, up to a hang, which ends the watch. */
    List<String> watch() throws InterruptedException {
        List<String> broken = new ArrayList<>();
        Duration limit = LONGEST_START;
        while (!last.startsWith("done")) {
            String line = next(limit);
            if (line == null) {
                broken.add((process.isAlive() ? "hangs" : "process died") + " at case " + last);
                return broken;
            }
            if (line.startsWith("bad")) {
                broken.add(line);
            } else {
                limit = last.isEmpty() ? LONGEST_START : LONGEST;
                last = line;
            }
        }
        return broken;
    }

    /** The next line; null once the process has worked for longer than the limit: what a busy machine takes counts not. */
    private String next(Duration limit) throws InterruptedException {
        Instant latest = Instant.now().plus(LONGEST_WAIT);
        Duration most = worked().plus(limit);
        String line = null;
        while (line == null
                && Instant.now().isBefore(latest)
                && (process.isAlive() || !lines.isEmpty())
                && worked().compareTo(most) < 0) {
            line = lines.poll(1, TimeUnit.SECONDS);
        }
        return line;
    }

    private Duration worked() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /** What the process said last: how often each exit code came, once it is done. */
    String last() {
        return last;
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }
}
