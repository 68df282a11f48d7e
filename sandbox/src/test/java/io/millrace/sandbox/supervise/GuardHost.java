package io.millrace.sandbox.supervise;

import io.millrace.sandbox.server.ServerCommand;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** A process for tests to kill: starts one guarded shell script, prints its pid and waits. */
final class GuardHost {

    private GuardHost() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path log = Path.of(arguments[0]);
        ServerCommand command = new ServerCommand(List.of("sh", "-c", arguments[1]), Map.of(), "TERM");
        GuardedProcess process = GuardedProcess.start(command, log, log.getParent(), Duration.ofSeconds(10));
        System.out.println(process.server().pid());
        System.out.flush();
        Thread.currentThread().join();
    }
}
