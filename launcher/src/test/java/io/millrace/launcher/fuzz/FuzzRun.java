package io.millrace.launcher.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.millrace.launcher.cli.CommandRun;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The program that validates damaged copies of a catalog, in a process of its own: {@code FuzzRun PROJECT KEPT SEED
 * FROM TO}. It writes a line before each case, {@code bad N: reason} for one that breaks a promise (its file goes to the
 * folder KEPT), and at last {@code done} with how often each exit code came.
 */
final class FuzzRun {

    private static final int PLANNED = 2;
    private static final List<String> FOLDERS = List.of("pipelines", "sql");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path project;
    private final Path kept;
    private final long seed;
    private final Map<String, String> originals = new TreeMap<>();
    private final Map<Integer, Integer> exitCodes = new TreeMap<>();

    private FuzzRun(Path project, Path kept, long seed) throws IOException {
        this.project = project;
        this.kept = kept;
        this.seed = seed;
        originals.put("millrace.yaml", Files.readString(project.resolve("millrace.yaml")));
        for (String folder : FOLDERS) {
            try (Stream<Path> tree = Files.walk(project.resolve(folder))) {
                for (Path file : tree.filter(Files::isRegularFile).toList()) {
                    originals.put(project.relativize(file).toString(), Files.readString(file));
                }
            }
        }
    }

    /** Runs the cases FROM (inclusive) to TO (exclusive). */
    public static void main(String[] arguments) throws IOException {
        FuzzRun run = new FuzzRun(Path.of(arguments[0]), Path.of(arguments[1]), Long.parseLong(arguments[2]));
        for (int number = Integer.parseInt(arguments[3]); number < Integer.parseInt(arguments[4]); number++) {
            System.out.println(number);
            run.one(number);
        }
        System.out.println("done, exit codes " + run.exitCodes);
    }

    private void one(int number) throws IOException {
        Random random = new Random(seed * 1_000_003 + number);
        List<String> files = List.copyOf(originals.keySet());
        String file = files.get(random.nextInt(files.size()));
        byte[] mutant = new CatalogMutator(random, List.copyOf(originals.values())).mutate(originals.get(file));
        Path path = project.resolve(file);
        Files.write(path, mutant);
        CommandRun result = CommandRun.in(project, arguments(file, random));
        exitCodes.merge(result.exitCode(), 1, Integer::sum);
        Optional<String> broken = brokenPromise(result, file, new String(mutant, StandardCharsets.UTF_8));
        if (broken.isPresent()) {
            keep(number, path, result);
            System.out.println("bad " + number + " (" + file + "): " + broken.get());
        }
        Files.writeString(path, originals.get(file));
    }

    /**
     * Damage concerns the pipelines that name the file, and planning is what takes the time; the rest is read anyway. Two
     * of them show what many would: what they share is told once.
     */
    private String[] arguments(String file, Random random) {
        List<String> concerned = new ArrayList<>();
        originals.forEach((other, text) -> {
            if (other.startsWith("pipelines") && !other.endsWith(".csv") && isNamed(file, other, text)) {
                concerned.add(pipeline(other));
            }
        });
        List<String> chosen = new ArrayList<>(concerned.stream().distinct().toList());
        Collections.shuffle(chosen, random);
        return Stream.concat(
                        Stream.of("validate", "--format", "json"),
                        (chosen.isEmpty() ? all(random) : chosen).stream().limit(PLANNED))
                .toArray(String[]::new);
    }

    /** For a file that no pipeline names, such as the project's own. */
    private List<String> all(Random random) {
        List<String> all = new ArrayList<>(originals.keySet().stream()
                .filter(file -> file.startsWith("pipelines") && file.endsWith(".yaml") && !file.endsWith(".test.yaml"))
                .map(FuzzRun::pipeline)
                .toList());
        Collections.shuffle(all, random);
        return all;
    }

    /** A descriptor and its tests have the pipeline's name; what they name are scripts, and the tests' files of rows. */
    private static boolean isNamed(String file, String other, String text) {
        if (file.startsWith("pipelines") && !file.endsWith(".csv")) {
            return pipeline(file).equals(pipeline(other));
        }
        return text.contains(
                file.endsWith(".sql") ? file : Path.of(file).getFileName().toString());
    }

    private static String pipeline(String file) {
        return Path.of(file).getFileName().toString().replaceFirst("\\..*", "");
    }

    /** What no damage to a file may lead to. */
    private static Optional<String> brokenPromise(CommandRun result, String file, String mutant) throws IOException {
        if (result.exitCode() > 2 || result.exitCode() < 0) {
            return Optional.of("exit code " + result.exitCode());
        }
        if (result.err().contains("\n\tat ") || result.out().contains("\\n\\tat ")) {
            return Optional.of("a stack trace");
        }
        if (result.exitCode() == 2) {
            return result.err().startsWith("millrace: ") ? Optional.empty() : Optional.of("no message");
        }
        boolean told = false;
        for (JsonNode diagnostic : JSON.readTree(result.out())) {
            told |= diagnostic.path("severity").asText().equals("error");
            if (!isInside(diagnostic, file, mutant)) {
                return Optional.of("no such place: " + diagnostic);
            }
        }
        return told == (result.exitCode() == 1)
                ? Optional.empty()
                : Optional.of("exit code " + result.exitCode() + (told ? " with" : " without") + " an error");
    }

    private static boolean isInside(JsonNode diagnostic, String file, String mutant) {
        int line = diagnostic.path("line").asInt();
        if (line == 0 || !diagnostic.path("file").asText().equals(file)) {
            return true;
        }
        String[] lines = mutant.split("\r\n|\r|\n", -1);
        return line <= lines.length
                && diagnostic.path("column").asInt() <= lines[line - 1].codePointCount(0, lines[line - 1].length()) + 1;
    }

    private void keep(int number, Path mutant, CommandRun result) throws IOException {
        Path folder = Files.createDirectories(kept.resolve(String.valueOf(number)));
        Files.write(folder.resolve(mutant.getFileName()), Files.readAllBytes(mutant));
        Files.writeString(folder.resolve("output"), result.err() + result.out());
    }
}
