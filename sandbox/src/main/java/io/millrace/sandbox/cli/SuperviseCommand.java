package io.millrace.sandbox.cli;

import io.millrace.sandbox.artifact.ServerCache;
import io.millrace.sandbox.supervise.Supervisor;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Runs the supervisor in the foreground; {@code up} starts it, users do not. */
@Command(
        name = SuperviseCommand.NAME,
        description = "Owns the servers of one sandbox. Started by up.",
        hidden = true,
        mixinStandardHelpOptions = true)
final class SuperviseCommand implements Callable<Integer> {

    static final String NAME = "supervise";

    @Mixin
    private StateOption state;

    @Override
    public Integer call() throws Exception {
        Supervisor.run(state.folder(), new ServerCache(ServerCache.home(System.getenv())));
        return ExitCode.DONE;
    }
}
