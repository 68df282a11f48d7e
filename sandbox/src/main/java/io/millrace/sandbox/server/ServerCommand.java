package io.millrace.sandbox.server;

import java.util.List;
import java.util.Map;

/**
 * How one server runs in the foreground.
 *
 * @param command the program and its arguments, without secrets
 * @param environment variables added to the inherited ones
 * @param stopSignal the name, without SIG, of the signal on which it stops cleanly
 */
public record ServerCommand(List<String> command, Map<String, String> environment, String stopSignal) {

    public ServerCommand {
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
    }
}
