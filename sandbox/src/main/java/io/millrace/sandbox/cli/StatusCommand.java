package io.millrace.sandbox.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.millrace.sandbox.state.SandboxException;
import io.millrace.sandbox.state.SupervisorRecord;
import io.millrace.sandbox.supervise.ControlClient;
import io.millrace.sandbox.supervise.ServerStatus;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Shows which servers are up. */
@Command(name = "status", description = "Shows the servers and their state.", mixinStandardHelpOptions = true)
final class StatusCommand implements Callable<Integer> {

    private enum Format {
        TEXT,
        JSON
    }

    @Spec
    private CommandSpec spec;

    @Mixin
    private StateOption state;

    @Option(
            names = "--format",
            paramLabel = "text|json",
            defaultValue = "text",
            description = "How to print (default: ${DEFAULT-VALUE}).")
    private Format format;

    @Override
    public Integer call() throws Exception {
        Optional<SupervisorRecord> supervisor = state.sandbox().running();
        List<ServerStatus> servers = supervisor.isPresent() ? ask(supervisor.get()) : List.of();
        PrintWriter out = spec.commandLine().getOut();
        if (format == Format.JSON) {
            Map<String, Object> document = new LinkedHashMap<>();
            document.put("up", supervisor.isPresent());
            document.put(
                    "supervisor", supervisor.map(found -> found.process().pid()).orElse(null));
            document.put("servers", servers);
            out.println(new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(document));
        } else if (supervisor.isEmpty()) {
            out.println("down");
        } else {
            servers.forEach(server -> out.println(line(server)));
        }
        return ExitCode.DONE;
    }

    private static List<ServerStatus> ask(SupervisorRecord supervisor) throws InterruptedException {
        try {
            return new ControlClient(supervisor).status();
        } catch (IOException e) {
            throw SandboxException.unreachable(
                    "the supervisor (process " + supervisor.process().pid()
                            + ") does not answer: run `sandbox down`, then `sandbox up`",
                    e);
        }
    }

    private static String line(ServerStatus server) {
        return "%-14s %-9s %-21s %-8s %s"
                .formatted(
                        server.name(),
                        server.state(),
                        server.address() == null ? "-" : server.address(),
                        server.pid() == null ? "-" : server.pid().toString(),
                        server.reason().isEmpty() ? server.product() : server.reason())
                .stripTrailing();
    }
}
