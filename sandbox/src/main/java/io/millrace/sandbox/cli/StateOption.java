package io.millrace.sandbox.cli;

import io.millrace.sandbox.state.StateFolder;
import io.millrace.sandbox.supervise.Sandbox;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Option;

/** The option that every command has; the launcher, which knows the project, gives it, so no help shows it. */
final class StateOption {

    @Option(
            names = "--state",
            required = true,
            hidden = true,
            paramLabel = "DIR",
            description = "The sandbox's folder: PROJECT/.millrace/sandbox.")
    private Path state;

    /** Returns the folder; it may not exist. */
    StateFolder folder() {
        return new StateFolder(state);
    }

    /** Returns the sandbox of the folder. */
    Sandbox sandbox() {
        StateFolder folder = folder();
        return new Sandbox(
                folder,
                Main.class.getName(),
                List.of(SuperviseCommand.NAME, "--state", folder.root().toString()));
    }
}
