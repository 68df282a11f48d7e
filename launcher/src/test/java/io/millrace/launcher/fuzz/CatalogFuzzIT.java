package io.millrace.launcher.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.launcher.it.ExampleProject;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Validates five thousand damaged copies of the example catalog: each must end within ten seconds, with a diagnostic in
 * the file or none, and never with an exception. {@code FuzzRun} with the printed number repeats a case.
 */
final class CatalogFuzzIT {

    private static final long SEED = 20_260_901;
    private static final int CASES = Integer.getInteger("millrace.fuzz.cases", 5000);
    private static final int LONGEST_SECONDS = 10;

    /** The first case of a process loads Flink. */
    private static final int LONGEST_START_SECONDS = 60;

    @TempDir
    private Path folder;

    private final Path kept = Path.of("target", "fuzz").toAbsolutePath();
    private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();

    @Test
    void noDamageToTheCatalogMakesValidateFailOrHang() throws IOException, InterruptedException {
        ExampleProject.copyTo(folder);
        Process process = start();
        try {
            List<String> broken = watch(process);
            assertThat(broken).as("files and outputs are in %s", kept).isEmpty();
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    private Process start() throws IOException {
        Files.createDirectories(kept);
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx1g",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        FuzzRun.class.getName(),
                        folder.toString(),
                        kept.toString(),
                        String.valueOf(SEED),
                        "0",
                        String.valueOf(CASES))
                .redirectError(kept.resolve("stderr").toFile())
                .start();
        Thread reader = new Thread(() -> read(process), "fuzz-output");
        reader.setDaemon(true);
        reader.start();
        return process;
    }

    private void read(Process process) {
        try (BufferedReader output = process.inputReader()) {
            output.lines().forEach(lines::add);
        } catch (IOException e) {
            lines.add("bad: " + e);
        }
    }

    /** What went wrong, up to a hang, which ends the watch. */
    private List<String> watch(Process process) throws InterruptedException {
        List<String> broken = new ArrayList<>();
        String last = "";
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
        System.out.println(CASES + " mutations with seed " + SEED + ": " + last);
        return broken;
    }
}
