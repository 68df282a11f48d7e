package io.millrace.launcher.cli;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The options of the sandbox's own commands, which the launcher only hands on, for completion and the manual. */
final class SandboxModel {

    private static final String MAIN_CLASS = "io.millrace.sandbox.cli.Main";

    private SandboxModel() {}

    /**
     * Puts the sandbox's commands in the places of those that are handed on to them.
     *
     * @param libraries the folder of the sandbox's jars; without it, nothing is put in
     */
    static void addTo(CommandLine root, Path libraries) throws IOException {
        if (!Files.isDirectory(libraries)) {
            return;
        }
        List<URL> jars = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(libraries, "*.jar")) {
            for (Path file : files) {
                jars.add(file.toUri().toURL());
            }
        }
        try (URLClassLoader classes =
                new URLClassLoader(jars.toArray(URL[]::new), SandboxModel.class.getClassLoader())) {
            addTo(root, classes);
        }
    }

    /** The same with the sandbox's classes; the command line shares picocli with them. */
    static void addTo(CommandLine root, ClassLoader classes) throws IOException {
        CommandLine sandbox = root.getSubcommands().get("sandbox");
        CommandLine own = new CommandLine(mainClass(classes));
        for (CommandLine delegate : List.copyOf(sandbox.getSubcommands().values())) {
            CommandSpec spec = delegate.getCommandSpec();
            if (spec.userObject() instanceof SandboxCommand.Delegate) {
                CommandLine command = own.getSubcommands().get(spec.name());
                spec.options().forEach(option -> command.getCommandSpec().addOption(copy(option)));
                command.getCommandSpec()
                        .usageMessage()
                        .exitCodeListHeading(spec.usageMessage().exitCodeListHeading());
                command.getCommandSpec()
                        .usageMessage()
                        .exitCodeList(spec.usageMessage().exitCodeList());
                sandbox.getCommandSpec().removeSubcommand(spec.name());
                sandbox.addSubcommand(command);
            }
        }
    }

    /** A copy belongs to no command yet. */
    private static OptionSpec copy(OptionSpec option) {
        return OptionSpec.builder(option).build();
    }

    private static Class<?> mainClass(ClassLoader classes) throws IOException {
        try {
            return Class.forName(MAIN_CLASS, true, classes);
        } catch (ClassNotFoundException e) {
            throw new IOException("the sandbox's jars do not hold " + MAIN_CLASS, e);
        }
    }
}
