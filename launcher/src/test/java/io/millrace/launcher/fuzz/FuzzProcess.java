package io.millrace.launcher.fuzz;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A process that runs some of the cases on a project of its own, and a watchdog over it. */
final class FuzzProcess implements AutoCloseable {

    private static final int LONGEST_SECONDS = 10;

    /** The first case of a process loads Flink. */
    private static final int LONGEST_START_SECONDS = 60;

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
            output.lines().forEach(lines::add);
        } catch (IOException e) {
            lines.add("bad: " + e);
        }
    }

    /** What went wrong, up to a hang, which ends the watch. */
    List<String> watch() throws InterruptedException {
        List<String> broken = new ArrayList<>();
        int limit = LONGEST_START_SECONDS;
        while (!last.startsWith("done")) {
            String line = lines.poll(limit, TimeUnit.SECONDS);
            if (line == null) {
                broken.add((process.isAlive() ? "hangs" : "process died") + " at case " + last);
                return broken;
            }
            if (line.startsWith("bad")) {
                broken.add(line);
            } else {
                limit = last.isEmpty() ? LONGEST_START_SECONDS : LONGEST_SECONDS;
                last = line;
            }
        }
        return broken;
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
