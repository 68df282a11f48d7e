package io.millrace.launcher.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;

/** A distribution folder with the real start script and, instead of Millrace, a program that echoes its arguments. */
final class FakeDistribution {

    private static final Path SCRIPT = Path.of("src/main/dist/bin/millrace");

    private static final String PROGRAM =
            """
            package io.millrace.launcher.cli;

            public class Main {
                public static void main(String[] arguments) {
                    String verb = arguments[0];
                    if (verb.equals("exit")) {
                        System.exit(Integer.parseInt(arguments[1]));
                    }
                    if (verb.equals("test") && !new java.io.File(arguments[2]).isDirectory()) {
                        System.exit(1);
                    }
                    System.out.println("pid " + ProcessHandle.current().pid());
                    System.out.println("heap " + Runtime.getRuntime().maxMemory());
                    System.out.println("options " + java.lang.management.ManagementFactory.getRuntimeMXBean().getInputArguments());
                    for (String argument : arguments) {
                        System.out.println("<" + argument + ">");
                    }
                }
            }
            """;

    private final Path folder;
    private final Path home;
    private final Map<String, String> environment = new HashMap<>();

    private FakeDistribution(Path folder, Path home) {
        this.folder = folder;
        this.home = home;
        environment.put("PATH", System.getenv("PATH"));
        environment.put("JAVA_HOME", System.getProperty("java.home"));
        environment.put("MILLRACE_HOME", home.toString());
        environment.put("MILLRACE_CDS", "off");
    }

    static FakeDistribution in(Path folder, Path home) throws IOException {
        Files.createDirectories(folder.resolve("bin"));
        Files.createDirectories(folder.resolve("lib"));
        Files.createDirectories(folder.resolve("share/warmup"));
        FakeDistribution distribution = new FakeDistribution(folder, home);
        Files.copy(SCRIPT, distribution.script(), StandardCopyOption.COPY_ATTRIBUTES);
        distribution.packageProgram("first");
        return distribution;
    }

    /** Returns the same distribution after its folder was moved. */
    FakeDistribution moveTo(Path target) throws IOException {
        Files.createDirectories(target.getParent());
        FakeDistribution moved = new FakeDistribution(Files.move(folder, target), home);
        moved.environment.putAll(environment);
        return moved;
    }

    /** Builds the jar; another version gives it other checksums. */
    void packageProgram(String version) throws IOException {
        Path classes = Files.createDirectories(folder.resolveSibling("classes"));
        Path source = Files.writeString(classes.resolve("Main.java"), PROGRAM);
        use("javac", "-d", classes.toString(), source.toString());
        use("jar", "--create", "--file", jar().toString(), "-C", classes.toString(), "io");
        Files.writeString(folder.resolve("lib/checksums"), version + "  program.jar\n");
    }

    private static void use(String tool, String... arguments) {
        assertThat(ToolProvider.findFirst(tool).orElseThrow().run(System.out, System.err, arguments))
                .isZero();
    }

    FakeDistribution with(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    FakeDistribution without(String variable) {
        environment.remove(variable);
        return this;
    }

    ScriptRun start(String... arguments) throws IOException, InterruptedException {
        return startThrough(script(), arguments);
    }

    ScriptRun startThrough(Path script, String... arguments) throws IOException, InterruptedException {
        return ScriptRun.of(script, folder.getParent(), environment, List.of(arguments));
    }

    /** Starts a short verb and returns whether its main class came from a class archive. */
    boolean startsFromArchive(String verb) throws IOException, InterruptedException {
        Map<String, String> before = Map.copyOf(environment);
        ScriptRun run = with("MILLRACE_JAVA_OPTS", "-Xlog:class+load").start(verb);
        environment.clear();
        environment.putAll(before);
        assertThat(run.exitCode()).isZero();
        return run.out().contains("io.millrace.launcher.cli.Main source: shared objects file (top)");
    }

    Path script() {
        return folder.resolve("bin/millrace");
    }

    Path jar() {
        return folder.resolve("lib/program.jar");
    }

    Path warmUpProject() {
        return folder.resolve("share/warmup");
    }

    /** Returns all that lies in the folder of the archives: these, drafts and locks. */
    List<Path> cached() throws IOException {
        Path archives = home.resolve("cds");
        if (!Files.isDirectory(archives)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(archives)) {
            return files.toList();
        }
    }
}
