package io.millrace.launcher.cli;

import io.millrace.catalog.descriptor.ProjectDescriptor;
import io.millrace.launcher.local.SandboxFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The option by which a verb finds its project. */
final class ProjectFolder {

    private final Console console;

    @Option(
            names = {"-C", "--project"},
            paramLabel = "DIR",
            description = "Project root; else found upward from here by millrace.yaml.")
    private Path folder;

    ProjectFolder(Console console) {
        this.console = console;
    }

    /** The project's root; ends the command when there is none. */
    Path root() {
        Path start = console.workingFolder();
        if (folder != null) {
            Path root = start.resolve(folder).normalize();
            if (!isRoot(root)) {
                throw new CommandFailed(ExitCode.WRONG_USAGE, "there is no millrace.yaml in " + root);
            }
            return root;
        }
        for (Path root = start; root != null; root = root.getParent()) {
            if (isRoot(root)) {
                return root;
            }
        }
        throw new CommandFailed(
                ExitCode.WRONG_USAGE,
                "there is no millrace.yaml here or above; 'millrace init DIR' makes a project that runs");
    }

    SandboxFolder sandbox() {
        return new SandboxFolder(root());
    }

    private static boolean isRoot(Path folder) {
        return Files.isRegularFile(folder.resolve(ProjectDescriptor.FILE_NAME));
    }
}
