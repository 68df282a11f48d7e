package io.millrace.launcher.cli;

import io.millrace.catalog.descriptor.ProjectDescriptor;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Makes a small project that validates and runs without any server. */
@Command(
        name = "init",
        description = "Make a small project that validates and runs without any server.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class InitCommand implements Callable<Integer> {

    private static final List<String> FILES = List.of(
            "millrace.yaml",
            "pipelines/demo/hello-orders.yaml",
            "sql/ingest/random_orders.sql",
            "sql/transform/orders_per_window.sql",
            "sql/sink/printed_orders.sql",
            ".gitignore");

    private final Console console;

    @Parameters(paramLabel = "DIR", defaultValue = ".", description = "Where (default: this folder).")
    private Path folder;

    InitCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Path root = console.workingFolder().resolve(folder).normalize();
        try {
            for (String file : FILES) {
                if (Files.exists(root.resolve(file))) {
                    throw new CommandFailed(
                            ExitCode.WRONG_USAGE, root.resolve(file) + " exists already; nothing was written");
                }
            }
            for (String file : FILES) {
                write(root, file);
            }
        } catch (IOException e) {
            throw new CommandFailed(ExitCode.WRONG_USAGE, "cannot write to " + root + ": " + e.getMessage());
        }
        String where = root.equals(console.workingFolder()) ? "" : " -C " + folder;
        console.out().println("Made a project in " + root + ". Try:");
        console.out().println("  millrace validate" + where);
        console.out().println("  millrace run --for 30s" + where);
        return ExitCode.DONE;
    }

    private static void write(Path root, String file) throws IOException {
        String resource = "/init/" + (file.startsWith(".") ? "dot" + file : file);
        try (InputStream stream = InitCommand.class.getResourceAsStream(resource)) {
            String text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            Path target = root.resolve(file);
            Files.createDirectories(target.getParent());
            Files.writeString(
                    target, file.equals(ProjectDescriptor.FILE_NAME) ? text.replace("{project}", name(root)) : text);
        }
    }

    private static String name(Path root) {
        String name = root.getFileName() == null ? "" : root.getFileName().toString();
        String plain =
                name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        return plain.isEmpty() ? "demo" : plain;
    }
}
