package io.millrace.sandbox.cli;

import io.millrace.sandbox.state.StateFolder;
import io.millrace.sandbox.supervise.Sandbox;
import java.nio.file.Files;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Stops all servers. */
@Command(
        name = "down",
        description = "Stops all servers and waits until they have ended; their data stay.",
        mixinStandardHelpOptions = true)
final class DownCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private StateOption state;

    @Mixin
    private LockOption lock;

    @Option(names = "--wipe", description = "Also deletes the servers' data and passwords.")
    private boolean wipe;

    @Override
    public Integer call() throws Exception {
        StateFolder folder = state.folder();
        if (!Files.isDirectory(folder.root())) {
            spec.commandLine().getErr().println("nothing to stop: there is no sandbox in " + folder.root());
            return ExitCode.DONE;
        }
        return lock.holding(folder, spec.commandLine().getErr(), this::down);
    }

    private int down() throws Exception {
        Sandbox sandbox = state.sandbox();
        boolean stopped = sandbox.down();
        if (wipe) {
            sandbox.wipe();
        }
        spec.commandLine()
                .getErr()
                .println((stopped ? "stopped" : "nothing to stop") + (wipe ? ", and the data are deleted" : ""));
        return ExitCode.DONE;
    }
}
