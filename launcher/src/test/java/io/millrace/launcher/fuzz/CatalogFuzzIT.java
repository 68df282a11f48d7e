package io.millrace.launcher.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.launcher.it.ExampleProject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Validates two thousand damaged copies of the example catalog: each must end within ten seconds, with a diagnostic in
 * the file or none, and never with an exception. {@code FuzzRun} with the printed number repeats a case;
 * {@code -Dmillrace.fuzz.cases} asks for more of them.
 */
final class CatalogFuzzIT {

    private static final long SEED = 20_260_901;
    private static final int CASES = Integer.getInteger("millrace.fuzz.cases", 2000);
    private static final int PROCESSES = 2;

    @TempDir
    private Path folder;

    private final Path kept = Path.of("target", "fuzz").toAbsolutePath();

    @Test
    void noDamageToTheCatalogMakesValidateFailOrHang() throws Exception {
        ExecutorService executor = Executors.newFixedThreadPool(PROCESSES);
        try {
            List<Future<List<String>>> parts = new ArrayList<>();
            for (int part = 0; part < PROCESSES; part++) {
                int number = part;
                parts.add(executor.submit(() -> broken(number)));
            }
            List<String> broken = new ArrayList<>();
            for (Future<List<String>> part : parts) {
                broken.addAll(part.get());
            }
            assertThat(broken).as("files and outputs are in %s", kept).isEmpty();
        } finally {
            executor.shutdownNow();
        }
    }

    private List<String> broken(int part) throws Exception {
        Path project = ExampleProject.copyTo(folder.resolve("part" + part));
        int from = CASES * part / PROCESSES;
        int to = CASES * (part + 1) / PROCESSES;
        try (FuzzProcess process = new FuzzProcess(project, kept, SEED, from, to)) {
            List<String> broken = process.watch();
            System.out.printf("mutations %d to %d with seed %d: %s%n", from, to - 1, SEED, process.last());
            return broken;
        }
    }
}
